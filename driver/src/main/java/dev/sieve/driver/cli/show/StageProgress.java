package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * How far stages that run at once are, over all of their rounds, and the best configuration whose
 * repeats have all ended. Times are wall time since it was made. Safe for several threads: a
 * terminal is drawn by one of its own.
 */
final class StageProgress {
  /** What a bar needs to be one. */
  static final int BAR = 8;

  private final List<String> stages;
  private final PlannedWork work;
  private final long later;
  private final LongSupplier clock;
  private final long start;
  private final Speed speed;
  private final List<Trial> trials = new ArrayList<>();
  private final Metric metric;
  private final BestConfiguration best;
  private VariedHyperparameters varied = new VariedHyperparameters(List.of());
  private long knownEpochs;
  private long earlierRounds;
  private long thisRound;
  private long trained;
  private int ended;
  private int withoutResult;

  /**
   * @param metric what the search maximizes
   * @param later trial-epochs of the stages that have not begun
   * @param clock nanoseconds, of a clock that only runs on
   */
  StageProgress(
      List<String> stages, PlannedWork work, Metric metric, long later, LongSupplier clock) {
    this.stages = List.copyOf(stages);
    this.work = work;
    this.metric = metric;
    this.best = new BestConfiguration(metric);
    this.later = later;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.speed = new Speed(start);
  }

  /**
   * Another round begins.
   *
   * @param round its trials
   * @param known those that an earlier run of the search has finished
   * @param trialEpochs to train
   */
  synchronized void begin(List<Trial> round, List<TrialResult> known, long trialEpochs) {
    earlierRounds += thisRound;
    thisRound = trialEpochs;
    trained = 0;
    vary(round);
    trials.addAll(round);
    best.plan(round);
    for (TrialResult result : known) {
      knownEpochs += result.trial().epochs();
      add(result);
    }
  }

  /** A search may have thousands of rounds: what earlier ones vary is not looked for again. */
  private void vary(List<Trial> round) {
    List<Trial> withFirst = new ArrayList<>(trials.stream().limit(1).toList());
    withFirst.addAll(round);
    varied = varied.and(VariedHyperparameters.of(withFirst));
  }

  synchronized void add(TrialResult result) {
    ended++;
    withoutResult += result.failure() == null ? 0 : 1;
    best.add(result);
  }

  /** So many trial-epochs of the current round are trained. */
  synchronized void trained(long done) {
    trained = Math.min(done, thisRound);
    speed.at(clock.getAsLong(), earlierRounds + trained);
  }

  /** The current round has ended. */
  synchronized void end() {
    trained(ended == trials.size() ? thisRound : trained);
  }

  /** Returns whether these are its stages. */
  boolean isOf(List<String> others) {
    return stages.equals(others);
  }

  /** Returns {@code coarse + fine}. */
  String stages() {
    return String.join(" + ", stages);
  }

  /** Returns whether all planned trials have ended. A space may hold fewer than were asked for. */
  synchronized boolean isOver() {
    return ended >= planned();
  }

  private int planned() {
    return Math.max(work.trials(stages), trials.size());
  }

  private long done() {
    return knownEpochs + earlierRounds + trained;
  }

  private long left() {
    long known = knownEpochs + earlierRounds + thisRound;
    return isOver() ? 0 : Math.max(work.trialEpochs(stages), known) - done();
  }

  /** Returns how much of the work is done, in [0, 1]. */
  synchronized double share() {
    long all = done() + left();
    return all == 0 ? 1 : (double) done() / all;
  }

  /**
   * Returns as much as {@code width} characters can hold, and a bar where there is room for one:
   * {@code coarse (1 of 3): 3 of 12 trials, best 0.5214, 8 s left (search 30 s), 5.2
   * trial-epochs/s, l2=0.005 ████░░░░}.
   */
  synchronized String line(int width) {
    String place = work.place(stages);
    StringBuilder line =
        new StringBuilder(
            stages() + (place.isEmpty() ? "" : " (" + place + ")") + ": " + counted());
    add(line, bestText(), width);
    add(line, leftText(), width);
    add(line, speedText(), width - BAR - 1);
    add(line, settingText(), width - BAR - 1);
    int room = width - line.length() - 1;
    if (room < BAR) {
      return line.substring(0, Math.min(line.length(), Math.max(0, width)));
    }
    int filled = (int) Math.round(room * share());
    return line + " " + "█".repeat(filled) + "░".repeat(room - filled);
  }

  private static void add(StringBuilder line, String part, int width) {
    if (!part.isEmpty() && line.length() + 2 + part.length() <= width) {
      line.append(", ").append(part);
    }
  }

  /**
   * Returns all that is known, whatever its length: {@code coarse: 3 of 12 trials, best 0.5214 with
   * l2=0.005, 8 s left (search 30 s), 5.2 trial-epochs/s}.
   */
  synchronized String text() {
    String setting = settingText();
    String with = setting.isEmpty() ? bestText() : bestText() + " with " + setting;
    String time = isOver() ? Durations.shown((clock.getAsLong() - start) / 1e9) : leftText();
    return stages()
        + ": "
        + String.join(
            ", ", Stream.of(counted(), with, time, speedText()).filter(s -> !s.isEmpty()).toList());
  }

  /** Returns {@code 3 of 12 trials}; before any has ended, how many epochs are done. */
  private String counted() {
    String counted = Texts.format("%d of %d trials", ended, planned());
    if (withoutResult > 0) {
      counted += Texts.format(" (%d without a result)", withoutResult);
    }
    return ended == 0 && done() > 0
        ? counted + Texts.format(" (%d of %d epochs)", done(), done() + left())
        : counted;
  }

  private String bestText() {
    if (best.trial().isEmpty()) {
      return "";
    }
    String what = metric == Metric.ACCURACY ? "" : metric.text() + " ";
    return Texts.format("best %s%.4f", what, metric.natural(best.worth()));
  }

  private String settingText() {
    return best.trial().map(varied::text).orElse("");
  }

  private String speedText() {
    return speed.perSecond().isEmpty()
        ? ""
        : Texts.format("%.1f trial-epochs/s", speed.perSecond().getAsDouble());
  }

  private String leftText() {
    if (speed.perSecond().isEmpty() || isOver()) {
      return "";
    }
    double perSecond = speed.perSecond().getAsDouble();
    String left = Durations.shown(left() / perSecond) + " left";
    return later == 0
        ? left
        : left + " (search " + Durations.shown((left() + later) / perSecond) + ")";
  }
}
