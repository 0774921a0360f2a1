package dev.sieve.driver.cli.show;

import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How far stages that run at once are, and the best configuration whose repeats have all ended.
 * Times are wall time since it was made.
 */
final class StageProgress {
  private final String stages;
  private final List<Trial> trials;
  private final VariedHyperparameters varied;
  private final BestConfiguration best;
  private final long trialEpochs;
  private final long start = System.nanoTime();
  private long trained;
  private int ended;

  /**
   * @param trialEpochs to train
   */
  StageProgress(String stages, List<Trial> trials, long trialEpochs) {
    this.stages = stages;
    this.trials = trials;
    this.varied = VariedHyperparameters.of(trials);
    this.best = new BestConfiguration(trials);
    this.trialEpochs = trialEpochs;
  }

  void add(TrialResult result) {
    ended++;
    best.add(result);
  }

  void trained(long done) {
    trained = Math.min(done, trialEpochs);
  }

  String stages() {
    return stages;
  }

  long trialEpochs() {
    return trialEpochs;
  }

  long trained() {
    return ended == trials.size() ? trialEpochs : trained;
  }

  /** Returns how much of the work is done, in [0, 1]. */
  double share() {
    return trialEpochs == 0 ? 1 : (double) trained() / trialEpochs;
  }

  /** Returns {@code 3 of 12 trials, best 0.5214 (l2=0.005)}. */
  String trialsText() {
    return "%d of %d trials%s"
        .formatted(ended, trials.size(), best.trial().map(this::bestText).orElse(""));
  }

  private String bestText(Trial trial) {
    String text = varied.text(trial);
    return String.format(
        Locale.ROOT, ", best %.4f%s", best.accuracy(), text.isEmpty() ? "" : " (" + text + ")");
  }

  /**
   * Returns speed and time left, as far as they can be told: {@code 5.2 trial-epochs/s, 8 s left}.
   */
  String speedText() {
    double seconds = (System.nanoTime() - start) / 1e9;
    double speed = trained() / seconds;
    if (trained() == 0) {
      return "";
    }
    String text = String.format(Locale.ROOT, ", %.1f trial-epochs/s", speed);
    long left = trialEpochs - trained();
    return left == 0 ? text + ", " + time(seconds) : text + ", " + time(left / speed) + " left";
  }

  private static String time(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    if (time.toMinutes() == 0) {
      return time.toSeconds() + " s";
    }
    return time.toHours() == 0
        ? "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart())
        : "%d:%02d h".formatted(time.toHours(), time.toMinutesPart());
  }
}
