package dev.sieve.driver.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.stage.StageData;
import dev.sieve.sample.cube.Point;
import dev.sieve.space.Axes;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
  private static final DataSet IMAGES = Synthetic.generate(60, 20, 1);
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 40, validation = 20, synthetic.train = 60 }
        training { hidden = [3], batch-size = 10, epochs = 1 }
      %s
      }
      """;

  private final Map<String, List<TrialResult>> done = new HashMap<>();

  @Test
  void stageNarrowedTwice_staysWithinTheSecond() {
    List<PlannedRound> rounds =
        plan(
            """
            stages = [coarse, fine, finer]
            stage.coarse { sampler = random, trials = 9, space.l2 { log-uniform = [1e-5, 1e-1] } }
            stage.fine { sampler = random, trials = 9, narrow { from = coarse, best = 2, margin = 0.1 } }
            stage.finer { sampler = random, trials = 9, narrow { from = fine, best = 2, margin = 0.1 } }
            """);
    Domain.LogUniform fine = l2(rounds.get(1));
    List<Double> best = best("fine", 2);
    assertEquals(fine.narrowed(best, 0.1), l2(rounds.get(2)));
  }

  @Test
  void leapBack_goesByTheStageThatItNames() {
    List<PlannedRound> rounds =
        plan(
            """
            stages = [coarse, fine, other]
            stage.coarse { sampler = random, trials = 9, space.l2 { log-uniform = [1e-5, 1e-1] } }
            stage.fine { sampler = random, trials = 9, narrow { from = coarse, best = 2, margin = 0 } }
            stage.other { sampler = random, trials = 9, narrow { from = coarse, best = 3, margin = 0.2 } }
            """);
    List<Double> best = best("coarse", 3);
    assertEquals(new Domain.LogUniform(1e-5, 1e-1).narrowed(best, 0.2), l2(rounds.get(2)));
  }

  @Test
  void configurationsThatAreDrawnAgain_areFurtherRepeats() {
    List<PlannedRound> rounds =
        plan(
            """
            stages = [only]
            stage.only { sampler = random, trials = 6, repeats = 2, space.l2 = [0, 0.1, 0.2] }
            """);
    List<Trial> trials = rounds.get(0).trials();
    assertEquals(12, trials.size());
    record Training(String configuration, int repeat) {}

    assertEquals(
        12,
        new HashSet<>(
                trials.stream()
                    .map(t -> new Training(t.hyperparameters().configuration(), t.repeat()))
                    .toList())
            .size());
  }

  @Test
  void confirm_repeatsTheBest_thenTheBestOfThese_withTheSameNumbersForAll() {
    List<PlannedRound> rounds =
        plan(
            """
            stages = [coarse, confirm, final]
            stage.coarse { sampler = random, trials = 9, space.l2 { log-uniform = [1e-5, 1e-1] } }
            stage.confirm { best = 4, finalists = 2, repeats = 3 }
            """);
    assertEquals(List.of(9, 4, 6, 1), rounds.stream().map(r -> r.trials().size()).toList());
    List<Candidate> best = rounds.get(1).trials().stream().map(Trial::candidate).toList();
    assertEquals(best("coarse", 4), best.stream().map(c -> c.get(Axes.L2)).toList());
    assertTrue(rounds.get(1).trials().stream().allMatch(trial -> trial.repeat() == 1));
    Map<Candidate, List<Integer>> repeats =
        rounds.get(2).trials().stream()
            .collect(
                Collectors.groupingBy(
                    Trial::candidate, Collectors.mapping(Trial::repeat, Collectors.toList())));
    assertEquals(2, repeats.size());
    assertTrue(best.containsAll(repeats.keySet()));
    repeats.values().forEach(numbers -> assertEquals(List.of(2, 3, 4), numbers));
    assertEquals(5, rounds.get(3).trials().get(0).repeat());
  }

  private static final String LEARNING =
      """
      stages = [only]
      stage.only {
        sampler = %s, trials = 50, repeats = 2
        space { l2 { log-uniform = [1e-5, 1e-1] }, hidden = [[3], [2]], shift { integer = [0, 2] } }
      }
      """;

  private List<PlannedRound> learning(String sampler) {
    return plan(LEARNING.formatted(sampler));
  }

  @ParameterizedTest
  @CsvSource({"gp, '32, 32, 32, 4'", "tpe, '32, 32, 32, 4'", "sobol, 100", "latin-hypercube, 100"})
  void rounds_areBatchesOfWhatLearns_andTheWholeStageElsewhere(String sampler, String sizes) {
    List<PlannedRound> rounds = learning(sampler);
    assertEquals(
        sizes,
        rounds.stream().map(round -> "" + round.trials().size()).collect(Collectors.joining(", ")));
    List<Trial> trials = rounds.stream().flatMap(round -> round.trials().stream()).toList();
    assertEquals(50, trials.stream().map(Trial::candidate).distinct().count());
    assertEquals(
        List.of(0, 1), trials.stream().map(Trial::repeat).distinct().toList(), "repeats of each");
    for (int i = 0; i < trials.size(); i++) {
      assertEquals(i, trials.get(i).index());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gp", "tpe"})
  void batchesThatLearn_followFromWhatWasTold(String sampler) {
    List<Round> rounds = learning(sampler).stream().map(PlannedRound::round).toList();
    assertEquals(rounds, learning(sampler).stream().map(PlannedRound::round).toList());
    Rounds worse = rounds(LEARNING.formatted(sampler));
    PlannedRound start = worse.ready().get(0);
    assertEquals(rounds.get(0).trials(), start.trials());
    worse.tell(start, start.trials().stream().map(RoundsTest::declining).toList());
    assertNotEquals(rounds.get(1).trials(), worse.ready().get(0).trials());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sobol", "latin-hypercube", "gp", "tpe"})
  void stageWhoseSpaceIsUsedUp_ends(String sampler) {
    List<PlannedRound> rounds =
        plan(
            """
            stages = [coarse, fine]
            stage.coarse { space.shift = [0, 1, 2] }
            stage.fine { sampler = %s, trials = 3, batch = 1, narrow { from = coarse, best = 2 } }
            """
                .formatted(sampler));
    List<Integer> shifts =
        rounds.stream()
            .skip(1)
            .flatMap(round -> round.trials().stream())
            .map(trial -> trial.hyperparameters().augmentation().shift())
            .sorted()
            .toList();
    assertEquals(List.of(1, 2), shifts, "the best two, once each");
  }

  @Test
  void stageWhoseTrialsAllDiverge_goesOnElsewhere() {
    Rounds rounds = rounds(LEARNING.formatted("gp"));
    int told = 0;
    for (List<PlannedRound> ready = rounds.ready(); !ready.isEmpty(); ready = rounds.ready()) {
      PlannedRound round = ready.get(0);
      rounds.tell(
          round,
          round.trials().stream()
              .map(trial -> TrialResult.without(trial, Failure.DIVERGED, 1, List.of()))
              .toList());
      told += round.trials().size();
    }
    assertEquals(100, told);
  }

  /** λ of 0.02 to 0.03 are all alike, and the best: the ends of these, and a gap on both sides. */
  @Test
  void bestAuto_spansAllThatNoiseDoesNotTellApart() {
    String stages =
        """
        stages = [coarse, fine]
        stage.coarse { sampler = sobol, trials = 64, space.l2 { uniform = [0, 0.1] } }
        stage.fine { sampler = random, trials = 3, narrow { from = coarse, best = auto, margin = 0 } }
        """;
    Rounds rounds = rounds(stages);
    PlannedRound coarse = rounds.ready().get(0);
    rounds.tell(
        coarse,
        coarse.trials().stream()
            .map(trial -> reaching(trial, plateau(trial.hyperparameters().l2())))
            .toList());
    PlannedRound fine = rounds.ready().get(0);
    Domain.Uniform l2 = (Domain.Uniform) fine.round().space().domain(Axes.L2);
    assertTrue(0.01 < l2.low() && l2.low() < 0.02, "low " + l2.low());
    assertTrue(0.03 < l2.high() && l2.high() < 0.04, "high " + l2.high());
    assertEquals(1, fine.reasons().size());
    assertTrue(
        fine.reasons().get(0).matches("l2 from .* to .*, not 0 to 0.1: the .* best of coarse .*"),
        fine.reasons().toString());
  }

  private static double plateau(double l2) {
    return Math.max(0.1, 0.6 - 10 * Math.max(0, Math.abs(l2 - 0.025) - 0.005));
  }

  /** All of one region do well but one, which is best by luck; the other region has one outlier. */
  @Test
  void bestByPosteriorMean_hasGoodNeighbours_notOneLuckyResult() {
    String stages =
        """
        stages = [coarse, final]
        stage.coarse { sampler = random, trials = 60, choose = %s, space.l2 { uniform = [0, 1] } }
        stage.final {}
        """;
    double mean = chosen(stages.formatted("mean"));
    double smooth = chosen(stages.formatted("posterior-mean"));
    assertTrue(mean > 0.8, "the lucky one: " + mean);
    assertTrue(smooth < 0.4, "among good ones: " + smooth);
  }

  private static double chosen(String stages) {
    Rounds rounds = rounds(stages);
    PlannedRound coarse = rounds.ready().get(0);
    Trial lucky =
        coarse.trials().stream()
            .max(Comparator.comparingDouble(trial -> trial.hyperparameters().l2()))
            .orElseThrow();
    rounds.tell(
        coarse,
        coarse.trials().stream()
            .map(trial -> reaching(trial, trial.equals(lucky) ? 0.62 : peak(trial)))
            .toList());
    return rounds.ready().get(0).trials().get(0).hyperparameters().l2();
  }

  private static double peak(Trial trial) {
    double off = trial.hyperparameters().l2() - 0.25;
    return 0.6 - off * off;
  }

  private static TrialResult declining(Trial trial) {
    return reaching(trial, 1 - 0.01 * trial.index());
  }

  private static TrialResult reaching(Trial trial, double accuracy) {
    Metrics metrics = new Metrics(1, 1, accuracy);
    return new TrialResult(trial, Status.COMPLETED, null, 4, metrics, metrics, null, List.of());
  }

  /** Returns λ of the last {@code count} trials, best first: later ones are better. */
  private List<Double> best(String stage, int count) {
    List<TrialResult> results = new ArrayList<>(done.get(stage));
    Collections.reverse(results);
    return results.stream().limit(count).map(r -> r.trial().hyperparameters().l2()).toList();
  }

  @Test
  void stagesThatNeedNothingFromEachOther_areReadyAtOnce_andOthersWait() {
    Rounds rounds =
        rounds(
            """
            stages = [coarse, other, fine, final]
            stage.coarse { trials = 3, space.l2 { log-uniform = [1e-5, 1e-1] } }
            stage.other { space.l2 = [0, 0.1] }
            stage.fine { trials = 2, narrow { from = coarse, best = 1, margin = 0.1 } }
            stage.final {}
            """);
    List<String> ready = new ArrayList<>();
    for (List<PlannedRound> now = rounds.ready(); !now.isEmpty(); now = rounds.ready()) {
      ready.add(now.stream().map(round -> round.stage().name()).toList().toString());
      assertEquals(now, rounds.ready(), "asking changes nothing");
      now.forEach(round -> rounds.tell(round, completed(round)));
    }
    assertEquals(List.of("[coarse, other]", "[fine]", "[final]"), ready);
    assertTrue(rounds.isOver("final"));
  }

  @Test
  void results_areToldInTheOrderOfTheirTrials() {
    Rounds rounds = rounds("stages = [only]\nstage.only.space.l2 = [0, 0.1]");
    PlannedRound round = rounds.ready().get(0);
    List<TrialResult> backwards = new ArrayList<>(completed(round));
    Collections.reverse(backwards);
    assertThrows(IllegalArgumentException.class, () -> rounds.tell(round, backwards));
    assertFalse(rounds.isOver("only"));
  }

  @Test
  void trialsThatAreDrawn_knowTheirPoint_andThoseOfFinalHaveNone() {
    List<PlannedRound> rounds =
        plan(
            """
            stages = [coarse, final]
            stage.coarse { trials = 4, repeats = 2, space.l2 { log-uniform = [1e-5, 1e-1] } }
            stage.final {}
            """);
    for (Trial trial : rounds.get(0).trials()) {
      Candidate there = rounds.get(0).round().space().at(trial.point().toArray());
      assertEquals(trial.candidate(), there);
    }
    assertEquals(Point.NONE, rounds.get(1).trials().get(0).point());
  }

  private static Rounds rounds(String stages) {
    SearchConf conf = ConfFile.parse(CONF.formatted(stages), "x.conf", List.of(), Map.of());
    return new Rounds(conf, new StageData(conf, IMAGES));
  }

  /** Returns all rounds of a search, of which all trials complete, the later ones better. */
  private List<PlannedRound> plan(String stages) {
    Rounds rounds = rounds(stages);
    List<PlannedRound> all = new ArrayList<>();
    for (List<PlannedRound> ready = rounds.ready(); !ready.isEmpty(); ready = rounds.ready()) {
      for (PlannedRound round : ready) {
        all.add(round);
        done.put(round.stage().name(), completed(round));
        rounds.tell(round, completed(round));
      }
    }
    return all;
  }

  private static List<TrialResult> completed(PlannedRound round) {
    return round.trials().stream().map(RoundsTest::completed).toList();
  }

  private static TrialResult completed(Trial trial) {
    return reaching(trial, 0.01 * trial.index());
  }

  private static Domain.LogUniform l2(PlannedRound round) {
    return (Domain.LogUniform) round.round().space().domain(Axes.L2);
  }
}
