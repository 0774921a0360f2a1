package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.cli.network.ScheduleCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandTest {
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 400, validation = 100 }
        training { epochs = 2 }
        training.schedule { type = triangular, eta-min = 0, eta-max = 1 }
        training.schedule.half-cycle = "1*floor(n/batch)"
        stages = [only]
        stage.only { repeats = 3 }
      }
      """;

  @TempDir private Path folder;

  private CommandRun run(String... options) {
    return CommandRun.of(
        new ScheduleCommand(),
        Stream.concat(Stream.of(CommandRun.conf(folder, CONF)), Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void aTable_saysWhichTrialAndHowLong() {
    CommandRun run = run("--every", "2");
    assertEquals(0, run.exit(), run.err());
    assertEquals(
        List.of(
            "Trial only-0: triangular(0.0,1.0,1*floor(n/batch)), 8 updates, 4 an epoch",
            "step  epoch  eta",
            "0     0.0    0.0",
            "2     0.5    0.5",
            "4     1.0    1.0",
            "6     1.5    0.5",
            "8     2.0    0.0"),
        run.lines());
  }

  @Test
  void csv_hasEveryUpdate() {
    List<String> lines = run("--csv").lines();
    assertEquals(1 + 9, lines.size());
    assertEquals(List.of("step,epoch,eta", "0,0.0,0.0", "1,0.25,0.25"), lines.subList(0, 3));
  }

  @Test
  void distanceOfZero_isRefused() {
    CommandRun run = run("--every", "0");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("--every must be >= 1, but was 0"), run.err());
  }
}
