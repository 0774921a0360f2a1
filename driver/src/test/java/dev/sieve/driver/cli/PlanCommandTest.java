package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sieve.driver.cli.forecast.PlanCommand;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 8000, validation = 2000, synthetic { train = 10000, test = 2000 } }
        training { hidden = [50], epochs = 4, schedule { type = constant, eta = 0.01 } }
        stages = [coarse, fine, final]
        stage.coarse { sampler = random, trials = 12, space.l2 { log-uniform = [1e-5, 1e-1] } }
        stage.fine { sampler = gp, batch = 3, trials = 12, narrow { from = coarse, best = 3 } }
      }
      """;

  @TempDir private Path folder;

  private CommandRun run(String conf, String... options) {
    return CommandRun.of(
        new PlanCommand(),
        Stream.concat(Stream.of(CommandRun.conf(folder, conf)), Stream.of(options))
            .toArray(String[]::new));
  }

  private CommandRun given(String... options) {
    return run(
        CONF,
        Stream.concat(Stream.of("--gflops", "100"), Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void aPlan_isSoLaidOut() {
    CommandRun run = given("--cores", "2", "--memory", "4g");
    assertEquals(0, run.exit(), run.err());
    assertEquals(TEXT.formatted(folder.resolve("x.conf")).lines().toList(), run.lines(), run.out());
  }

  private static final String TEXT =
      """
      x: synthetic, 10000 training and 2000 test examples of 3072 inputs, 10 classes

      What is trained
        stage   configurations  repeats  trials  epochs  trial-epochs  TFLOP
        coarse  12              1        12      4       48            0.24
        fine    12              1        12      4       48            0.24
        final   1               1        1       4       4             0.02
        all                              25              100           0.49

      How long that takes on 2 cores
        part    packs  waves  expected  between
        start                 3 s       3 s and 5 s
        coarse  2      1      2 s       1 s and 2 s
        fine    4      4      2 s       1 s and 3 s
        final   1      1      0 s       0 s and 1 s
        tables                1 s       1 s and 2 s
        report                1 s       1 s and 2 s
        all                   10 s      8 s and 14 s

      What more would buy
        with             the stages take
        what there is    4 s
        4 cores          2 s
        8 cores          2 s
        16 cores         2 s
        fine.batch = 6   4 s
        fine.batch = 12  4 s
        A larger batch waits less often, and learns less from results.

      Memory, at most: driver 602 MB

      The command that fits
        submit/sieve search %s --master 'local[2,4]' --driver-memory 1g
      """;

  /** What is timed in place of components has no mirror images. */
  @Test
  void componentsOfMirroredImages_areTimed() {
    CommandRun run =
        run(
            CONF.replace("epochs = 4,", "epochs = 4, flip = 0.5,")
                .replace("train = 8000", "components = 20, train = 8000"));
    assertEquals(0, run.exit(), run.err());
  }

  @Test
  void noLineButTheCommand_isLongerThanATerminal() {
    given("--executors", "100").lines().stream()
        .filter(line -> !line.contains("submit/sieve"))
        .forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void json_hasTheSame() throws IOException {
    JsonNode plan = new ObjectMapper().readTree(given("--cores", "2", "--json").out());
    assertEquals(12, plan.at("/stages/0/trials").asInt());
    assertEquals(48, plan.at("/stages/0/trial_epochs/1").asInt());
    assertEquals("1g", plan.at("/memory/driver_memory").asText());
    assertEquals(4, plan.at("/more_cores/0/cores").asInt());
    assertEquals("fine", plan.at("/larger_batches/0/stage").asText());
  }

  private static final String SMALL =
      """
      search {
        data { source = synthetic, train = 40, validation = 20, synthetic { train = 60, test = 20 } }
        training { hidden = [3], batch-size = 10, epochs = 1, schedule.type = constant }
        stages = [a, b]
        stage.a { sampler = grid, space.l2 = [0, 0.1] }
        stage.b { sampler = random, trials = 3, narrow { from = a, best = 2 } }
      }
      """;

  /** A run as a search of {@link #SMALL} would leave it. */
  private Path finished() throws IOException {
    LocalSearch search = LocalSearch.over(LocalSearch.IMAGES, SMALL);
    search.run("planned", LocalSearch.executor(1));
    String real = search.conf().source().open(null).fingerprint();
    Path run = folder.resolve("run");
    Files.createDirectories(run.resolve("journal"));
    for (Map.Entry<String, String> file : MemoryFileSystem.texts("/planned").entrySet()) {
      if (file.getKey().matches("journal/.*|.*[.](conf|json)")) {
        Files.writeString(
            run.resolve(file.getKey()),
            file.getValue()
                .replace(LocalSearch.IMAGES.fingerprint(), real)
                .replace(": \"test\"", ": \"" + Version.sieve() + '"'));
      }
    }
    return run;
  }

  @Test
  void whatIsFinished_isNotPlanned_andTheCommandTakesItOver() throws IOException {
    String wide = SMALL.replace("[0, 0.1]", "[0, 0.1, 0.2]");
    String option = "--reuse " + finished();
    CommandRun run = run(wide, ("--gflops 100 " + option).split(" "));
    assertEquals(0, run.exit(), run.err());
    assertTrue(
        run.out()
            .contains("\n  Reuse 2 to 5 trials (2 of 3 of a, 0 to 3 of 3 of b), train 1 to 4.\n"),
        run.out());
    assertTrue(run.out().contains("x.conf " + option + " --master"), run.out());
    CommandRun all = run(SMALL, ("--gflops 100 --json --out " + folder.resolve("run")).split(" "));
    assertEquals(3, new ObjectMapper().readTree(all.out()).at("/stages/1/reused/0").asInt());
    assertEquals(0, new ObjectMapper().readTree(all.out()).at("/stages/1/packs").asInt());
  }

  @Test
  void dataThatAreNotThere_areToldOf_andPlannedAsTheSourcePromises() {
    CommandRun run =
        run(
            "search { data { source = cifar10, path = /nowhere }, stages = [a], stage.a {} }",
            "--gflops",
            "100");
    assertEquals(0, run.exit(), run.err());
    assertTrue(
        run.out()
            .startsWith(
                """
                x: cifar10, 50000 training and 10000 test examples of 3072 inputs, 10 classes
                The data are not there: data path must exist, but there is no /nowhere.
                Their sizes are those that the source promises.
                """),
        run.out());
  }

  @Test
  void dataThatPromiseNothing_mustBeThere() {
    CommandRun run =
        run(
            "search { data { source = idx, path = /nowhere, train = 5, validation = 5 }, training.batch-size = 1, stages = [a], stage.a {} }");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("/nowhere"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --cores 0          | --cores must be >= 1, but was 0
          --executors 0      | --executors must be >= 1, but was 0
          --gflops 0         | --gflops must be > 0, but was 0.0
          --memory 1 GB      | --memory must be a size such as 8g or 1280m, but was 1 GB
          --reuse /nowhere   | finished trials are in run directories, but /nowhere holds no search.conf
          --memory 256m      | the search must fit into the memory of a machine, but needs up to
          --set training.hidden=[3000000] | hidden of stage coarse must need matrices of less than 2^31 numbers
          """)
  void whatCannotBe_isRefused(String option, String message) {
    CommandRun run = run(CONF, option.split(" ", 2));
    assertEquals(2, run.exit());
    assertTrue(run.err().contains(message), run.err());
    assertEquals("", run.out());
  }
}
