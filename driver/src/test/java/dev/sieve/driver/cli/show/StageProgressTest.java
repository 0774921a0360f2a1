package dev.sieve.driver.cli.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StageProgressTest {
  private static final PlannedWork WORK =
      new PlannedWork(
          List.of(
              new PlannedWork.OfStage("coarse", 24, 96), new PlannedWork.OfStage("final", 1, 8)));

  private long now;
  private final StageProgress progress =
      new StageProgress(
          List.of("coarse"), WORK, Metric.ACCURACY, 8, () -> TimeUnit.SECONDS.toNanos(now));
  private final List<Trial> first = trials(0, 8);

  private static List<Trial> trials(int from, int to) {
    return IntStream.range(from, to).mapToObj(StageProgressTest::trial).toList();
  }

  private static Trial trial(int index) {
    Hyperparameters chosen =
        new Hyperparameters(
            List.of(),
            0.001 * (index + 1),
            100,
            new LearningRateSchedule.Constant(0.1),
            new Initialization.Xavier());
    return new Trial("coarse", index, chosen, 0, 4);
  }

  private static TrialResult reached(Trial trial, double accuracy) {
    Metrics metrics = new Metrics(1, 1, accuracy);
    return new TrialResult(trial, Status.COMPLETED, null, 4, metrics, metrics, null, List.of());
  }

  @Test
  void beforeAnyTrialEnds_epochsAreTold() {
    progress.begin(first, List.of(), 32);
    now = 4;
    progress.trained(16);
    assertEquals(
        "coarse (1 of 2): 0 of 24 trials (16 of 96 epochs), 20 s left (search 22 s)",
        progress.line(80).replaceAll(" [█░]+", ""));
  }

  @Test
  void narrowTerminal_keepsTimeAndBar_wideOneShowsTheSetting() {
    progress.begin(first, List.of(), 32);
    progress.add(reached(first.get(1), 0.5));
    now = 4;
    progress.trained(16);
    String line = "coarse (1 of 2): 1 of 24 trials, best 0.5000, 20 s left (search 22 s)";
    assertEquals(line + " ██░░░░░░░░", progress.line(80));
    assertEquals(
        line + ", 4.0 trial-epochs/s, l2=0.002 ",
        progress.line(140).substring(0, line.length() + 31));
    assertEquals(140, progress.line(140).length());
    assertEquals(30, progress.line(30).length());
  }

  @Test
  void trialsAtARung_haveAResult() {
    progress.begin(first, List.of(), 32);
    for (Trial trial : first) {
      Metrics metrics = reached(trial, 0.4).validation();
      progress.add(new TrialResult(trial, Status.PRUNED, null, 4, null, metrics, null, List.of()));
    }
    progress.end();
    assertTrue(progress.text().contains("8 of 24 trials, best 0.4000"), progress.text());
  }

  @Test
  void rounds_areOneProgress() {
    progress.begin(first, List.of(), 32);
    first.forEach(trial -> progress.add(reached(trial, 0.4)));
    progress.end();
    assertFalse(progress.isOver());
    assertEquals(1 / 3.0, progress.share(), 1e-12);
    List<Trial> rest = trials(8, 24);
    progress.begin(rest, List.of(), 64);
    rest.forEach(trial -> progress.add(TrialResult.without(trial, Failure.DIVERGED, 0, List.of())));
    now = 121;
    progress.end();
    assertTrue(progress.isOver());
    assertEquals(
        "coarse: 24 of 24 trials (16 without a result), best 0.4000 with l2=0.001, 2 min 1 s, 0.5"
            + " trial-epochs/s",
        progress.text());
  }

  @Test
  void knownTrials_countAsDone_butNotAsSpeed() {
    progress.begin(first, List.of(reached(first.get(0), 0.4)), 28);
    now = 2;
    progress.trained(4);
    assertTrue(progress.text().contains("44 s left"), progress.text());
  }

  @Test
  void slowStart_isForgotten() {
    Speed speed = new Speed(0);
    for (int second = 1; second <= 60; second++) {
      speed.at(TimeUnit.SECONDS.toNanos(second), second <= 20 ? 0 : 10L * (second - 20));
    }
    assertEquals(10, speed.perSecond().orElseThrow(), 1e-9);
    assertTrue(new Speed(0).perSecond().isEmpty());
  }
}
