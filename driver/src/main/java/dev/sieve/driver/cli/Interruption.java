package dev.sieve.driver.cli;

import dev.sieve.driver.run.RunDirectory;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Says how to continue when the JVM is told to end (Ctrl-C, SIGTERM) while a search runs. Says it
 * and no more: Spark is stopping by itself, and the journal holds all finished trials already.
 */
final class Interruption implements AutoCloseable {
  private static volatile boolean interrupted;

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption during(CommandSpec command, RunDirectory run) {
    PrintWriter err = command.commandLine().getErr();
    Thread hook =
        new Thread(
            () -> {
              interrupted = true;
              err.printf(
                  "%nInterrupted. All finished trials are kept in %s; the same command continues.%n",
                  run.display());
              err.flush();
            });
    Runtime.getRuntime().addShutdownHook(hook);
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
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        interrupted = true; // the JVM began to end just now
      }
    }
  }
}
