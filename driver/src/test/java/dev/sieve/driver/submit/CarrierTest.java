package dev.sieve.driver.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarrierTest {
  private final Carrier carrier = new Carrier(new Configuration());

  @TempDir Path folder;

  @Test
  void places_withAnotherSchemeThanFile_areElsewhere() {
    assertTrue(Carrier.isElsewhere("hdfs://namenode/runs/my"));
    assertFalse(Carrier.isElsewhere("file:///runs/my"));
    assertFalse(Carrier.isElsewhere("runs/my"));
  }

  @Test
  void whatAReportReads_isFetched_andNothingElse() throws IOException {
    Path run = Files.createDirectories(folder.resolve("run/models")).getParent();
    Files.writeString(run.resolve("trials.csv"), "trials");
    Files.writeString(run.resolve("trials.parquet"), "columns");
    Files.writeString(run.resolve("models/final-0.npz"), "weights");
    Path to = Files.createDirectory(folder.resolve("here"));
    carrier.fetch(run.toUri().toString(), to);
    assertEquals("trials", Files.readString(to.resolve("trials.csv")));
    assertEquals("weights", Files.readString(to.resolve("models/final-0.npz")));
    assertFalse(Files.exists(to.resolve("trials.parquet")));
  }

  @Test
  void otherFolders_areRefused() {
    assertThrows(UserError.class, () -> carrier.fetch(folder.toUri().toString(), folder));
  }

  @Test
  void report_isBroughtWithItsFolders_overTheEarlierOne() throws IOException {
    Path drawn = Files.createDirectories(folder.resolve("drawn/figures")).getParent();
    Files.writeString(drawn.resolve("report.html"), "page");
    Files.writeString(drawn.resolve("figures/a.svg"), "picture");
    Path place = Files.createDirectories(folder.resolve("run/report"));
    Files.writeString(place.resolve("report.html"), "an earlier page");
    Path earlier = Files.createDirectory(place.resolve("figures")).resolve("earlier.svg");
    Files.writeString(earlier, "an earlier picture");
    carrier.bring(drawn, place.toUri().toString());
    assertFalse(Files.exists(earlier));
    assertEquals("page", Files.readString(place.resolve("report.html")));
    assertEquals("picture", Files.readString(place.resolve("figures/a.svg")));
  }
}
