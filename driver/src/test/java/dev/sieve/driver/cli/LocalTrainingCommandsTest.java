package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.cli.network.LearningRateRangeCommand;
import dev.sieve.driver.cli.network.OverfitCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code overfit} and {@code lr-range}, which train without Spark. */
class LocalTrainingCommandsTest {
  private static final String CONF =
      """
      search {
        data { source = synthetic, synthetic { train = 300, test = 10 } }
        data { train = 200, validation = 100 }
        training { hidden = [20], l2 = 0.5, dropout = 0.5, batch-size = 20 }
        training.schedule.eta = 0.05
        stages = [only]
        stage.only {}
      }
      """;

  @TempDir private Path folder;

  private CommandRun run(Callable<Integer> command, String... options) {
    return CommandRun.of(
        command,
        Stream.concat(Stream.of(CommandRun.conf(folder, CONF)), Stream.of(options))
            .toArray(String[]::new));
  }

  private static List<String[]> rows(CommandRun run) {
    return run.lines().stream().map(line -> line.split("[ ,]+")).toList();
  }

  @Test
  void overfit_learnsByHeart_whateverTheConfHoldsAgainstIt() {
    CommandRun run = run(new OverfitCommand(), "--images", "20", "--epochs", "100");
    assertEquals(0, run.exit(), run.err());
    String[] last = rows(run).get(rows(run).size() - 3);
    assertEquals("200", last[0], "two updates in each of 100 epochs");
    assertTrue(Double.parseDouble(last[3]) < 0.05, "training loss " + last[3]);
    assertEquals("1.0000", last[4], "training accuracy");
    assertTrue(run.out().contains("Loss after the last update: training "), run.out());
  }

  @Test
  void range_raisesTheRate() {
    CommandRun run =
        run(
            new LearningRateRangeCommand(),
            "--csv",
            "--epochs",
            "2",
            "--to",
            "0.2",
            "--points",
            "4");
    assertEquals(0, run.exit(), run.err());
    List<String> rates = rows(run).stream().map(row -> row[2]).toList();
    assertEquals(List.of("eta", "0.00", "0.0500", "0.100", "0.150", "0.200"), rates);
  }

  @Test
  void moreImagesThanThereAre_areRefused() {
    CommandRun run = run(new OverfitCommand(), "--images", "201");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("--images must be 1 to 200, but was 201"), run.err());
  }

  @Test
  void ratesThatDoNotRise_areRefused() {
    CommandRun run = run(new LearningRateRangeCommand(), "--from", "1");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("--from and --to must be"), run.err());
  }
}
