package dev.sieve.driver.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.space.Axes;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.Point;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
            stage.coarse { trials = 9, space.l2 { log-uniform = [1e-5, 1e-1] } }
            stage.fine { trials = 9, narrow { from = coarse, best = 2, margin = 0.1 } }
            stage.finer { trials = 9, narrow { from = fine, best = 2, margin = 0.1 } }
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
            stage.coarse { trials = 9, space.l2 { log-uniform = [1e-5, 1e-1] } }
            stage.fine { trials = 9, narrow { from = coarse, best = 2, margin = 0 } }
            stage.other { trials = 9, narrow { from = coarse, best = 3, margin = 0.2 } }
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
      Candidate there = rounds.get(0).round().space().at(trial.point().coordinates());
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
    Metrics metrics = new Metrics(1, 1, 0.01 * trial.index());
    return new TrialResult(trial, Status.COMPLETED, null, 4, metrics, metrics, null, List.of());
  }

  private static Domain.LogUniform l2(PlannedRound round) {
    return (Domain.LogUniform) round.round().space().domain(Axes.L2);
  }
}
