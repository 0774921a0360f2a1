package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code overfit} and {@code lr-range}, which train without Spark. */
class LocalTrainingCommandsTest {
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
          data { source = synthetic, synthetic { train = 300, test = 10 } }
          data { train = 200, validation = 100 }
          training { hidden = [20], l2 = 0.5, dropout = 0.5, batch-size = 20 }
          training.schedule.eta = 0.05
          stages = [only]
          stage.only {}
        }
        """);
  }

  private int run(Callable<Integer> command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private List<String[]> rows() {
    return out.toString().lines().map(line -> line.split("[ ,]+")).toList();
  }

  @Test
  void overfit_learnsByHeart_whateverTheConfHoldsAgainstIt() {
    assertEquals(
        0, run(new OverfitCommand(), conf.toString(), "--images", "20", "--epochs", "100"));
    String[] last = rows().get(rows().size() - 3);
    assertEquals("200", last[0], "two updates in each of 100 epochs");
    assertTrue(Double.parseDouble(last[3]) < 0.05, "training loss " + last[3]);
    assertEquals("1.0000", last[4], "training accuracy");
    assertTrue(out.toString().contains("Loss after the last update: training "), out::toString);
  }

  @Test
  void range_raisesTheRate() {
    assertEquals(
        0,
        run(
            new LearningRateRangeCommand(),
            conf.toString(),
            "--csv",
            "--epochs",
            "2",
            "--to",
            "0.2",
            "--points",
            "4"));
    List<String> rates = rows().stream().map(row -> row[2]).toList();
    assertEquals(List.of("eta", "0.00", "0.0500", "0.100", "0.150", "0.200"), rates);
  }

  @Test
  void moreImagesThanThereAre_areRefused() {
    assertEquals(2, run(new OverfitCommand(), conf.toString(), "--images", "201"));
    assertTrue(err.toString().startsWith("--images must be 1 to 200, but was 201"), err::toString);
  }

  @Test
  void ratesThatDoNotRise_areRefused() {
    assertEquals(2, run(new LearningRateRangeCommand(), conf.toString(), "--from", "1"));
    assertTrue(err.toString().startsWith("--from and --to must be"), err::toString);
  }
}
