package dev.sieve.driver.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.pack.Executors;
import dev.sieve.driver.reuse.Foreseen;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecasterTest {
  private static final DataSizes DATA = DataSizes.of(LocalSearch.IMAGES);
  private static final Machines ONE_CORE = new Machines(new Executors(1, 1), false);
  private static final String SPACE = "space.l2 { uniform = [0, 1] }";

  private static Forecaster forecaster(LocalSearch search, Machines machines) {
    return new Forecaster(search.conf(), DATA, machines, Foreseen.nothing());
  }

  /** Of each stage: trials that are finished for sure, and at most; trial-epochs left, likewise. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the same plan       | name=x                      | 6 6 0 0, 4 4 0 0, 8 8 0 0, 1 1 0 0
          more trials         | stage.coarse.trials=8       | 6 6 4 4, 0 4 0 8, 8 8 0 0, 0 1 0 2
          a longer final      | stage.final.training.epochs=5 | 6 6 0 0, 4 4 0 0, 8 8 0 0, 0 0 5 5
          more of what learns | stage.gp.trials=11          | 6 6 0 0, 4 4 0 0, 8 8 6 6, 1 1 0 0
          other trials        | stage.coarse.training.batch-size=5 | 0 0 12 12, 0 4 0 8, 8 8 0 0, 0 1 0 2
          """)
  void finishedTrials_areNotPlanned(String what, String setting, String expected) {
    String stages =
        """
        training.epochs = 2
        stages = [coarse, fine, gp, final]
        stage.coarse { sampler = random, trials = 6, %1$s }
        stage.fine { sampler = random, trials = 4, narrow { from = coarse, best = 2 } }
        stage.gp { sampler = gp, batch = 4, trials = 8, %1$s }
        stage.final.from = fine
        """
            .formatted(SPACE);
    LocalSearch.of(stages).run("foreseen", LocalSearch.executor(1));
    LocalSearch changed = LocalSearch.of(stages, setting);
    Forecast forecast =
        new Forecaster(changed.conf(), DATA, ONE_CORE, changed.foreseen("foreseen"))
            .of(Speeds.given(1));
    assertEquals(
        expected,
        forecast.stages().stream()
            .map(ForecasterTest::finishedAndLeft)
            .collect(Collectors.joining(", ")));
  }

  private static String finishedAndLeft(StageForecast stage) {
    Range reused = stage.reused();
    Range left = stage.trialEpochs();
    return "%.0f %.0f %.0f %.0f".formatted(reused.low(), reused.high(), left.low(), left.high());
  }

  private static List<StageForecast> stages(String stages) {
    return forecaster(LocalSearch.of(stages), ONE_CORE).of(Speeds.given(1)).stages();
  }

  private static StageForecast only(String stage) {
    return stages("stages = [only]\nstage.only { " + stage + " }").get(0);
  }

  /** The rounds that a forecast makes up are as long as those of the real strategies. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sampler = random, trials = 5, repeats = 2, " + SPACE,
        "sampler = grid, space { l2 = [0, 0.1], hidden = [[2], [3], []] }",
        "sampler = gp, batch = 4, trials = 10, " + SPACE,
        "sampler = tpe, batch = 4, trials = 6, space { l2 { uniform = [0, 1] }, hidden = [[2], [3], []] }",
        "sampler = sobol, trials = 9, rounds = 3, " + SPACE,
        "sampler = random, trials = 4, repeats { most = 2, race = true }, " + SPACE,
        "sampler = random, trials = 9, halving { rungs = [1, 3], audit = 0.3 }, training.epochs = 3, "
            + SPACE
      })
  void aSearch_hasAsManyTrialsAsWereToldOfIt(String stage) {
    String stages =
        "stages = [a, b, confirm, final]\nstage.a { "
            + stage
            + " }\n"
            + "stage.b { trials = 3, sampler = random, narrow { from = a, best = 2 } }\n"
            + "stage.confirm { best = 3, finalists = 2 }\nstage.final.repeats = 2";
    LocalSearch search = LocalSearch.of(stages);
    String run = "forecast-" + stage.hashCode();
    search.run(run, LocalSearch.executor(1));
    List<String> rows = LocalSearch.tables(run).get("trials.csv").lines().toList();
    int column = Arrays.asList(rows.get(0).split(",", -1)).indexOf("stage");
    for (StageForecast forecast : forecaster(search, ONE_CORE).of(Speeds.given(1)).stages()) {
      long trained =
          rows.stream().filter(row -> row.split(",", -1)[column].equals(forecast.name())).count();
      assertEquals(trained, forecast.trials(), forecast.toString());
    }
  }

  @Test
  void epochsThatAreKnown_areNoRange() {
    StageForecast forecast = only("sampler = grid, space.epochs = [1, 2, 4]");
    assertEquals(Range.of(7), forecast.trialEpochs());
    assertEquals(new Range(1, 7 / 3.0, 4), forecast.epochs());
  }

  @Test
  void epochsThatASamplerChooses_haveBounds() {
    StageForecast forecast =
        only(
            "sampler = gp, trials = 10, space { epochs { integer = [2, 5] }, l2 { uniform = [0, 1] } }");
    assertEquals(20, forecast.trialEpochs().low());
    assertEquals(50, forecast.trialEpochs().high());
    assertTrue(forecast.seconds().low() < forecast.seconds().expected());
  }

  @Test
  void halving_pruneAllOrAsPlanned() {
    StageForecast forecast =
        only(
            "sampler = random, trials = 9, training.epochs = 9, halving { rungs = [1, 3, 9], audit = 0 }, "
                + SPACE);
    assertEquals(9, forecast.trialEpochs().low(), 1e-9);
    assertEquals(9 + 3 * 2 + 6, forecast.trialEpochs().high(), 1e-9);
  }

  /** Of 9 configurations, 5 begin at one epoch, 3 at three, and 1 at nine. */
  @Test
  void brackets_trainAsTheyBegin() {
    StageForecast forecast =
        only(
            "sampler = random, trials = 9, training.epochs = 9,"
                + " halving { rungs = [1, 3, 9], brackets = 3, audit = 0 }, "
                + SPACE);
    assertEquals(5 + 3 * 3 + 9, forecast.trialEpochs().low(), 1e-9);
    assertTrue(forecast.trialEpochs().high() < 9 * 9);
  }

  @Test
  void medianStopping_prunesAllOrNothing() {
    StageForecast forecast =
        only(
            "sampler = random, trials = 9, training.epochs = 9,"
                + " median-stopping { every = 3, audit = 0 }, "
                + SPACE);
    assertEquals(9 * 6, forecast.trialEpochs().low(), 1e-9);
    assertEquals(7 * 9 + 2 * 6, forecast.trialEpochs().expected(), 1e-9);
    assertEquals(9 * 9, forecast.trialEpochs().high(), 1e-9);
  }

  @Test
  void stageThatMayEnd_beginsAtLeastTwoBatches() {
    StageForecast forecast =
        only("sampler = gp, batch = 10, trials = 50, stop-when = no-gain, " + SPACE);
    assertEquals(20, forecast.trialEpochs().low(), 1e-9);
    assertEquals(50, forecast.trialEpochs().high(), 1e-9);
  }

  @Test
  void race_repeatsAllOrTwiceEach() {
    StageForecast forecast =
        only("sampler = gp, batch = 4, trials = 9, repeats { most = 5, race = true }, " + SPACE);
    assertEquals(45, forecast.trials());
    assertEquals(9 * 2 + 3, forecast.trialEpochs().low(), 1e-9);
    assertEquals(45, forecast.trialEpochs().high(), 1e-9);
  }

  /** Two per weight forward, two in the update, two more above the first layer. */
  @Test
  void operations_areThoseOfTheProducts() {
    StageForecast forecast = only("sampler = grid, space.l2 = [0, 0.1, 0.2]");
    double network = 4.0 * DATA.examples().inputs() * 3 + 6.0 * 3 * DATA.examples().classes();
    assertEquals(3 * 40 * network / 1e12, forecast.teraflop().expected(), 1e-18);
  }

  @Test
  void packs_areThoseThatASearchForms() {
    StageForecast forecast =
        only("sampler = grid, space.l2 = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]");
    assertEquals(2, forecast.packs());
    assertEquals(2, forecast.waves());
  }

  @Test
  void twiceTheSpeed_takesLessTime_andMoreMemoryIsNeededForMoreCores() {
    LocalSearch search =
        LocalSearch.of(
            "stages = [only]\nstage.only { sampler = random, trials = 64, " + SPACE + " }");
    Forecaster one = forecaster(search, ONE_CORE);
    double slow = one.of(Speeds.given(0.001)).stages().get(0).seconds().expected();
    double fast = one.of(Speeds.given(0.002)).stages().get(0).seconds().expected();
    assertTrue(fast < 0.6 * slow, fast + " and " + slow);
    Memory four = forecaster(search, new Machines(new Executors(1, 4), false)).memory();
    assertTrue(four.driver() > one.memory().driver());
  }

  @Test
  void aFewUpdates_tellTheSpeed() {
    Forecaster forecaster =
        forecaster(
            LocalSearch.of("stages = [only]\nstage.only { trials = 2, " + SPACE + " }"), ONE_CORE);
    Speeds speeds = forecaster.measured(1, 1 << 24).orElseThrow();
    assertTrue(forecaster.of(speeds).whole().expected() > 0);
    assertTrue(forecaster.measured(1, 1000).isEmpty(), "packs of more than 1000 bytes");
  }
}
