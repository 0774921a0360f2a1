package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.cli.network.GradcheckCommand;
import dev.sieve.driver.cli.show.GradcheckText;
import dev.sieve.net.check.GradientErrors;
import dev.sieve.net.check.ParameterCheck;
import dev.sieve.net.check.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradcheckCommandTest {
  private static final int HIDDEN = 5;
  private static final int CLASSES = 10;
  private static final int PARAMETERS = 20;

  private static final String CONF =
      """
      search {
        data { source = synthetic, synthetic.train = 60, train = 40, validation = 20 }
        data { synthetic.test = 10 }
        training { hidden = [%d], l2 = 0.1, batch-size = 10 }
        stages = [only]
        stage.only {}
      }
      """
          .formatted(HIDDEN);

  @TempDir private Path folder;

  private CommandRun run(String... options) {
    return CommandRun.of(
        new GradcheckCommand(),
        Stream.concat(Stream.of(CommandRun.conf(folder, CONF)), Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void gradcheck_printsEachGroup_andWritesEachParameter() throws IOException {
    Path place = folder.resolve("run");
    CommandRun run = run("--out", place.toString(), "--parameters", String.valueOf(PARAMETERS));
    assertEquals(0, run.exit(), run.err());
    for (String group : List.of("W1", "b1", "W2", "b2")) {
      assertEquals(3, run.out().lines().filter(line -> line.startsWith(group)).count());
    }
    List<String> rows = Files.readAllLines(place.resolve("gradcheck.csv"));
    assertTrue(rows.get(0).startsWith("group,row,column,value,analytical,forward,central,"));
    assertEquals(1 + PARAMETERS + HIDDEN + PARAMETERS + CLASSES, rows.size());
  }

  @Test
  void gradientsOfZero_areRight() {
    CommandRun run =
        run(
            "--out",
            folder.resolve("zero").toString(),
            "--set",
            "training.initialization={gaussian=0}",
            "--set",
            "training.l2=0");
    assertEquals(0, run.exit(), run.err());
  }

  @Test
  void failure_namesTheGroups_withTheirErrors() {
    Spread weights = new Spread(0, 0, 0, 0);
    ParameterCheck off = new ParameterCheck(0, 0, 1, 0.5, 0.25, 0.25, false, 0);
    ParameterCheck kink = new ParameterCheck(0, 0, 1, 0.5, 0.25, 0.25, true, 0);
    assertEquals(
        "gradients are wrong: errors by central differences must be below 1.00e-06 and those of the"
            + " step below 1.00e-05, but were 3.33e-01 and 2.00e-07 in W1; - and 3.00e-04 in b1",
        GradcheckText.failure(
            List.of(
                new GradientErrors("W1", List.of(off), weights, 2e-7),
                new GradientErrors("b1", List.of(kink), weights, 3e-4))));
  }

  @Test
  void noParameters_areRefused() {
    CommandRun run = run("--parameters", "0");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("--parameters must be >= 1, but was 0"), run.err());
  }
}
