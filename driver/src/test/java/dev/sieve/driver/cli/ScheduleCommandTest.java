package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScheduleCommandTest {
  @TempDir private Path folder;
  private Path conf;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeConf() throws IOException {
    conf = folder.resolve("x.conf");
    Files.writeString(
        conf,
        """
        search {
          data { source = synthetic, train = 400, validation = 100 }
          training { epochs = 2 }
          training.schedule { type = triangular, eta-min = 0, eta-max = 1 }
          training.schedule.half-cycle = "1*floor(n/batch)"
          stages = [only]
          stage.only { repeats = 3 }
        }
        """);
  }

  private int run(String... arguments) {
    return new CommandLine(new ScheduleCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void aTable_saysWhichTrialAndHowLong() {
    assertEquals(0, run(conf.toString(), "--every", "2"));
    List<String> lines = out.toString().lines().map(String::stripTrailing).toList();
    assertEquals(
        List.of(
            "Trial only-0: triangular(0.0,1.0,1*floor(n/batch)), 8 updates, 4 an epoch",
            "step  epoch  eta",
            "0     0.0    0.0",
            "2     0.5    0.5",
            "4     1.0    1.0",
            "6     1.5    0.5",
            "8     2.0    0.0"),
        lines);
  }

  @Test
  void csv_hasEveryUpdate() {
    assertEquals(0, run(conf.toString(), "--csv"));
    List<String> lines = out.toString().lines().toList();
    assertEquals(1 + 9, lines.size());
    assertEquals(List.of("step,epoch,eta", "0,0.0,0.0", "1,0.25,0.25"), lines.subList(0, 3));
  }

  @Test
  void distanceOfZero_isRefused() {
    assertEquals(2, run(conf.toString(), "--every", "0"));
    assertTrue(err.toString().startsWith("--every must be >= 1, but was 0"), err.toString());
  }
}
