package dev.sieve.driver.cli;

import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.spark.SparkLog;
import java.io.PrintWriter;
import org.apache.hadoop.util.ShutdownHookManager;
import picocli.CommandLine;

/**
 * Says how to continue when the JVM is told to end (Ctrl-C, SIGTERM) while a search runs. Says it
 * and no more: Spark is stopping by itself, and the journal holds all finished trials already.
 */
final class Interruption implements AutoCloseable {
  /** Spark stops in a hook of priority 40: whatever that breaks must find {@link #happened}. */
  private static final int BEFORE_SPARK_STOPS = 100;

  private static volatile boolean interrupted;

  private final Runnable hook;

  private Interruption(Runnable hook) {
    this.hook = hook;
  }

  static Interruption during(CommandLine command, RunDirectory run) {
    PrintWriter err = command.getErr();
    Runnable hook =
        () -> {
          interrupted = true;
          SparkLog.end();
          err.printf(
              "%nInterrupted. All finished trials are kept in %s; the same command continues.%n",
              run.display());
          err.flush();
        };
    ShutdownHookManager.get().addShutdownHook(hook, BEFORE_SPARK_STOPS);
    return new Interruption(hook);
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
