package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.net.GradientErrors;
import dev.sieve.net.ParameterCheck;
import dev.sieve.net.Spread;
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

class GradcheckCommandTest {
  private static final int HIDDEN = 5;
  private static final int CLASSES = 10;
  private static final int PARAMETERS = 20;

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
          data { source = synthetic, synthetic.train = 60, train = 40, validation = 20 }
          data { synthetic.test = 10 }
          training { hidden = [%d], l2 = 0.1, batch-size = 10 }
          stages = [only]
          stage.only {}
        }
        """
            .formatted(HIDDEN));
  }

  private int run(String... arguments) {
    CommandLine line = new CommandLine(new GradcheckCommand());
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }

  @Test
  void gradcheck_printsEachGroup_andWritesEachParameter() throws IOException {
    Path run = folder.resolve("run");
    String few = String.valueOf(PARAMETERS);
    assertEquals(
        0, run(conf.toString(), "--out", run.toString(), "--parameters", few), err::toString);
    for (String group : List.of("W1", "b1", "W2", "b2")) {
      assertEquals(3, out.toString().lines().filter(line -> line.startsWith(group)).count());
    }
    List<String> rows = Files.readAllLines(run.resolve("gradcheck.csv"));
    assertTrue(rows.get(0).startsWith("group,row,column,value,analytical,forward,central,"));
    assertEquals(1 + PARAMETERS + HIDDEN + PARAMETERS + CLASSES, rows.size());
  }

  @Test
  void gradientsOfZero_areRight() {
    String run = folder.resolve("zero").toString();
    assertEquals(
        0,
        run(
            conf.toString(),
            "--out",
            run,
            "--set",
            "training.initialization={gaussian=0}",
            "--set",
            "training.l2=0"),
        err::toString);
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
    assertEquals(2, run(conf.toString(), "--parameters", "0"));
    assertTrue(err.toString().startsWith("--parameters must be >= 1, but was 0"), err.toString());
  }
}
