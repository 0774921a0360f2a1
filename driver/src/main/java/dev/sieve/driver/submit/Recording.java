package dev.sieve.driver.submit;

import dev.sieve.Texts;
import dev.sieve.driver.spark.SparkStart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.function.ToIntBiFunction;

/** What a driver on a cluster says: to its logs, as always, and kept for its client. */
public final class Recording {
  /** The Spark property that names the file for it; without, nothing is kept. */
  public static final String PROPERTY = "spark.sieve.result";

  private final StringWriter kept = new StringWriter();
  private final PrintWriter log;

  private Recording(PrintWriter log) {
    this.log = log;
  }

  /** Returns whether somebody wants to know. */
  public static boolean isWanted() {
    return System.getProperty(PROPERTY) != null;
  }

  /**
   * Runs {@code command} with writers for its stdout and stderr, and returns its exit code, which
   * is kept with what it wrote.
   */
  public static int of(
      PrintWriter stdout, PrintWriter stderr, ToIntBiFunction<PrintWriter, PrintWriter> command) {
    Recording out = new Recording(stdout);
    Recording err = new Recording(stderr);
    int exit = command.applyAsInt(out.writer(), err.writer());
    try {
      new DriverResult(exit, out.kept.toString(), err.kept.toString())
          .write(System.getProperty(PROPERTY), SparkStart.files());
    } catch (RuntimeException e) {
      err.log.print(
          Texts.format("sieve: the client will not know how this ended: %s%n", e.getMessage()));
      err.log.flush();
    }
    return exit;
  }

  private PrintWriter writer() {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            log.write(text, from, length);
            kept.write(text, from, length);
          }

          @Override
          public void flush() {
            log.flush();
          }

          @Override
          public void close() {
            log.flush();
          }
        },
        true);
  }
}
