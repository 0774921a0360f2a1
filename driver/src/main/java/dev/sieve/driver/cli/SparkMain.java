package dev.sieve.driver.cli;

import dev.sieve.driver.error.Refusals;
import org.apache.spark.deploy.SparkSubmit;
import picocli.CommandLine;

/**
 * What {@code submit/sieve} starts: Spark's own way to the command. What Spark refuses before any
 * command runs, such as packages that nobody has, is said as mistakes of a command are.
 */
public final class SparkMain {
  private SparkMain() {}

  /** Starts the application that {@code args} name, as {@code spark-submit} would. */
  public static void main(String[] args) {
    try {
      SparkSubmit.main(args);
    } catch (Exception e) { // Scala's methods declare none
      System.exit(
          Failures.fromEnvironment()
              .say(Refusals.ofStart(e), new CommandLine(new Sieve()).getErr()));
    }
  }
}
