package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.search.Reporter;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows how a search goes, on the error stream: one live line on a terminal, plain lines elsewhere.
 */
public final class ConsoleReporter implements Reporter, AutoCloseable {
  /** Of trials that fail in the same way, so many are told one by one. */
  private static final int TOLD = 3;

  /** Longer messages fill the terminal; they stand in the table {@code executions}. */
  private static final int MESSAGE = 120;

  private final PrintWriter err;
  private final boolean terminal;
  private final PlannedWork work;
  private final Metric metric;
  private final Set<String> begun = new HashSet<>();
  private final Map<Failure, Integer> failures = new EnumMap<>(Failure.class);
  private StageProgress progress;
  private StageDisplay display;

  /**
   * @param metric what the search maximizes
   */
  ConsoleReporter(PrintWriter err, boolean terminal, PlannedWork work, Metric metric) {
    this.err = err;
    this.terminal = terminal;
    this.work = work;
    this.metric = metric;
  }

  /** Returns one for where this JVM's output goes, as {@code submit/sieve} tells it. */
  public static ConsoleReporter here(PrintWriter err, SearchConf conf) {
    return new ConsoleReporter(
        err,
        Boolean.getBoolean("sieve.terminal"),
        PlannedWork.of(conf),
        conf.evaluation().metric());
  }

  @Override
  public synchronized void roundsBegin(
      List<String> stages, List<Trial> trials, List<TrialResult> known, long trialEpochs) {
    if (display == null || !progress.isOf(stages)) {
      close();
      begun.addAll(stages);
      progress = new StageProgress(stages, work, metric, work.others(begun), System::nanoTime);
      display =
          terminal
              ? new StageDisplay.Bar(progress, System.err)
              : new StageDisplay.Lines(progress, err);
    }
    progress.begin(trials, known, trialEpochs);
    if (!known.isEmpty()) {
      say(Texts.format("%d of %d trials are finished already", known.size(), trials.size()));
    }
  }

  @Override
  public synchronized void trialEnded(TrialResult result, Execution execution) {
    progress.add(result);
    if (result.failure() != null) {
      sayFailed(result, execution);
    }
    display.show();
  }

  private void sayFailed(TrialResult result, Execution execution) {
    int count = failures.merge(result.failure(), 1, Integer::sum);
    Trial trial = result.trial();
    if (count <= TOLD) {
      display.say(
          Texts.format(
              "%s %d: %s%s",
              trial.stage(), trial.index(), result.failure(), reason(execution.failureMessage())));
    } else if (count == TOLD + 1) {
      say(Texts.format("more trials end as %s; executions.csv says why", result.failure()));
    }
  }

  private static String reason(String message) {
    if (message == null) {
      return "";
    }
    return message.length() <= MESSAGE
        ? ", " + message
        : ", " + message.substring(0, MESSAGE) + " …";
  }

  /** Says something about the stages that run. */
  private void say(String line) {
    display.say(progress.stages() + ": " + line);
  }

  @Override
  public synchronized void progressed(long trialEpochs) {
    if (display != null) {
      progress.trained(trialEpochs);
      display.show();
    }
  }

  /** A stage that has more rounds goes on in the same line. */
  @Override
  public synchronized void roundsEnd() {
    progress.end();
    if (progress.isOver()) {
      close();
    }
  }

  @Override
  public synchronized void moved(String stage, String why) {
    err.println(stage + ": " + why);
    err.flush();
  }

  @Override
  public synchronized void tell(String message) {
    print(message);
  }

  @Override
  public synchronized void warn(String message) {
    print("sieve: " + message);
  }

  private void print(String line) {
    if (display != null) {
      display.say(line);
    } else {
      err.println(line);
      err.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (display != null) {
      display.close();
      display = null;
    }
  }
}
