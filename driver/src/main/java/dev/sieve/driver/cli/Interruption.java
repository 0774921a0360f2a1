package dev.sieve.driver.cli;

import dev.sieve.Texts;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.spark.SparkLog;
import java.io.PrintWriter;
import org.apache.hadoop.util.ShutdownHookManager;
import picocli.CommandLine;

/**
 * Says how to continue when the JVM is told to end (Ctrl-C, SIGTERM) while a search runs, and has
 * its tables written: the journal holds all finished trials already, but only searches read it.
 * Spark stops by itself.
 */
final class Interruption implements AutoCloseable {
  /** Spark stops in a hook of priority 40: whatever that breaks must find {@link #happened}. */
  private static final int BEFORE_SPARK_STOPS = 100;

  private static volatile boolean interrupted;

  private final PrintWriter err;
  private final RunDirectory run;
  private final Runnable hook = this::interrupt;
  private volatile Runnable last = () -> {};

  private Interruption(PrintWriter err, RunDirectory run) {
    this.err = err;
    this.run = run;
  }

  static Interruption during(CommandLine command, RunDirectory run) {
    Interruption interruption = new Interruption(command.getErr(), run);
    ShutdownHookManager.get().addShutdownHook(interruption.hook, BEFORE_SPARK_STOPS);
    return interruption;
  }

  /** Runs {@code action} when it comes to that; what it throws is of no use any more. */
  void then(Runnable action) {
    last = action;
  }

  private void interrupt() {
    interrupted = true;
    SparkLog.end();
    err.print(
        Texts.format(
            "%nInterrupted. All finished trials are kept in %s; the same command continues.%n",
            run.display()));
    err.flush();
    try {
      last.run();
    } catch (RuntimeException e) {
      // the tables are those of before; the next run writes them
    }
  }

  /** Returns whether the JVM is ending: what fails now fails because of that. */
  static boolean happened() {
    return interrupted;
  }

  @Override
  public void close() {
    if (!interrupted) {
      try {
        ShutdownHookManager.get().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        interrupted = true; // the JVM began to end just now
      }
    }
  }
}
