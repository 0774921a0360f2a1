package dev.sieve.driver.cli.show;

import dev.sieve.driver.search.Reporter;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.io.PrintWriter;
import java.util.List;

/**
 * Shows how a search goes, on the error stream: one live line on a terminal, plain lines elsewhere.
 */
public final class ConsoleReporter implements Reporter, AutoCloseable {
  private final PrintWriter err;
  private final boolean terminal;
  private StageProgress progress = new StageProgress("", List.of(), 0);
  private StageDisplay display;

  private ConsoleReporter(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** Returns one for where this JVM's output goes, as {@code submit/sieve} tells it. */
  public static ConsoleReporter here(PrintWriter err) {
    return new ConsoleReporter(err, Boolean.getBoolean("sieve.terminal"));
  }

  @Override
  public synchronized void roundsBegin(
      List<String> stages, List<Trial> trials, List<TrialResult> known, long trialEpochs) {
    progress = new StageProgress(String.join(" + ", stages), trials, trialEpochs);
    known.forEach(progress::add);
    display =
        terminal
            ? new StageDisplay.Bar(progress, System.err)
            : new StageDisplay.Lines(progress, err);
    if (!known.isEmpty()) {
      say("%d of %d trials are finished already".formatted(known.size(), trials.size()));
    }
  }

  @Override
  public synchronized void trialEnded(TrialResult result) {
    progress.add(result);
    if (result.failure() != null) {
      say("%s: %s".formatted(result.trial().label(), result.failure()));
    }
    display.show(false);
  }

  /** Says something about the stages that run. */
  private void say(String line) {
    display.say(progress.stages() + ": " + line);
  }

  @Override
  public synchronized void progressed(long trialEpochs) {
    progress.trained(trialEpochs);
    if (display != null) {
      display.show(false);
    }
  }

  @Override
  public synchronized void roundsEnd() {
    display.show(true);
    display.close();
    display = null;
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
