package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.cli.summary.Summary;
import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.harness.MemoryFileSystem;
import dev.sieve.result.TrialTable;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Ranking;
import dev.sieve.trial.Status;
import dev.sieve.trial.TrialResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole searches in this JVM that maximize one metric or another. */
class MetricTest {
  private static final String STAGES =
      """
        training.epochs = 3
        stages = [coarse, final]
        stage.coarse { sampler = random, trials = 12, space.schedule.eta { log-uniform = [1e-3, 1] } }
        stage.final {}
      """;

  @AfterEach
  void forget() {
    MemoryFileSystem.clear();
  }

  private static Search.Outcome run(String name, String... settings) {
    return LocalSearch.of(STAGES, settings).run(name, LocalSearch.executor(1));
  }

  private static String set(Metric metric) {
    return "evaluation.metric=" + metric.text();
  }

  @ParameterizedTest
  @EnumSource
  void theBest_areThoseOfTheMetric(Metric metric) {
    Results results = run("run", set(metric)).results();
    List<TrialResult> best = results.ranking().stream().map(Ranking.Place::first).toList();
    for (int i = 1; i < best.size(); i++) {
      assertTrue(metric.worth(best.get(i - 1)) >= metric.worth(best.get(i)));
    }
    assertEquals(
        best.get(0).trial().candidate(), results.last().get(0).trial().candidate(), "final");
  }

  @ParameterizedTest
  @EnumSource
  void samplersAreTold_whatIsMaximized(Metric metric) {
    String[] learning = {
      set(metric), "stage.coarse.sampler=gp", "stage.coarse.batch=4", "evaluation.by-class=true"
    };
    run("run", learning);
    run("again", learning);
    assertEquals(LocalSearch.tables("run"), LocalSearch.tables("again"));
    String accuracy = "evaluation.metric=accuracy";
    run("other", accuracy, learning[1], learning[2], learning[3]);
    boolean same =
        LocalSearch.tables("run")
            .get("curves.csv")
            .equals(LocalSearch.tables("other").get("curves.csv"));
    assertEquals(metric == Metric.ACCURACY, same, "drew the same points");
  }

  @Test
  void columnsByClass_areThereWhereTheyAreAskedFor_andChangeNoOther() {
    run("plain");
    run("by-class", "evaluation.by-class=true");
    Map<String, String> plain = LocalSearch.tables("plain");
    Map<String, String> byClass = LocalSearch.tables("by-class");
    assertEquals(plain.get("curves.csv"), byClass.get("curves.csv"));
    List<String> fewer = plain.get("trials.csv").lines().toList();
    List<String> more = byClass.get("trials.csv").lines().toList();
    for (int i = 0; i < fewer.size(); i++) {
      assertTrue(more.get(i).startsWith(fewer.get(i) + ","), more.get(i));
    }
    assertEquals(TrialTable.columns(true, false).size(), more.get(0).split(",").length);
    assertEquals(TrialTable.columns(true, false).size() - 6, fewer.get(0).split(",").length);
  }

  @Test
  void loss_isMinimized_andTheSummarySaysSo() {
    Search.Outcome outcome = run("run", set(Metric.LOSS));
    String summary = Summary.of(outcome.results(), "run");
    assertTrue(summary.contains("Best configurations, by validation loss:"), summary);
    assertTrue(summary.contains("  loss: train "), summary);
    assertFalse(summary.contains("differences in validation accuracy"), summary);
    assertFalse(Summary.of(run("plain").results(), "plain").contains("score"));
  }

  /** Nine configurations, three of them at the second rung, which no schedule tells apart. */
  @ParameterizedTest
  @EnumSource
  void survivorsOfARung_areTheBestByTheMetric(Metric metric) {
    String halving =
        """
          stage.coarse.halving { rungs = [1, 3], audit = 0 }
          stage.coarse.space.schedule.eta { log-uniform = [1e-3, 5e-2] }
        """;
    Results results =
        LocalSearch.of(STAGES + halving, set(metric), "stage.coarse.trials=9")
            .run("run", LocalSearch.executor(1))
            .results();
    double[] pruned = atFirstRung(results, Status.PRUNED, metric);
    double[] kept = atFirstRung(results, Status.COMPLETED, metric);
    assertEquals(6, pruned.length);
    assertEquals(3, kept.length);
    assertTrue(kept[0] >= pruned[pruned.length - 1], Arrays.toString(kept));
  }

  /** Returns what each trial of that end was worth at the end of its first epoch, in order. */
  private static double[] atFirstRung(Results results, Status status, Metric metric) {
    return results.competing().stream()
        .filter(result -> result.status() == status)
        .flatMap(result -> result.curve().stream().filter(point -> point.epoch() == 1))
        .mapToDouble(point -> metric.worth(point.validation()))
        .sorted()
        .toArray();
  }

  @Test
  void anEarlyStop_keepsTheNetworkThatIsBestByTheMetric() {
    Results results =
        run("run", set(Metric.LOSS), "evaluation.early-stopping.patience=1", "training.epochs=8")
            .results();
    for (TrialResult result : results.competing()) {
      double least =
          result.curve().stream()
              .mapToDouble(point -> point.validation().loss())
              .min()
              .orElseThrow();
      assertEquals(least, result.validation().loss());
    }
  }
}
