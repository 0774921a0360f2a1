package dev.sieve.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.export.harness.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large run, in the 1 GB of heap that all tests of this module have. */
@Tag("scale")
class ScaleTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {5_000, 10_000})
  void largeStages_haveAllTheirPictures(int trials) throws IOException {
    TestRun.write(folder, trials, 0, 1).withDiverged();
    Path out = folder.resolve("report");
    assertEquals(List.of(), Report.of(List.of(folder)).writeWithPictures(out));
    assertTrue(Files.exists(out.resolve("figures/map-l2-eta-max.png")));
  }

  @Test
  void tenThousandTrials_andAMillionPoints_takeLessThanAMinute() throws IOException {
    TestRun.write(folder, 9_000, 1_000, 100).withFinal();
    Path out = folder.resolve("report");
    Instant start = Instant.now();
    Report.of(List.of(folder)).writeWithPictures(out);
    Duration taken = Duration.between(start, Instant.now());
    assertTrue(taken.compareTo(Duration.ofSeconds(60)) < 0, "took " + taken);
    long size = Files.size(out.resolve("report.html"));
    assertTrue(size < 5_000_000, size + " bytes");
    assertTrue(Files.readString(out.resolve("report.html")).contains("of 10,001 trials: the best"));
  }
}
