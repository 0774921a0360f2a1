package dev.sieve.driver.cli;

import dev.sieve.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a report drawn of a run that has just ended, well or not, by the command that {@code
 * submit/sieve} names: a process of its own, of which nothing is known here. Its failure is told
 * and changes nothing.
 */
final class ReportCommand {
  /** The system property that names the command; without it, nothing is drawn. */
  static final String COMMAND = "sieve.command";

  private ReportCommand() {}

  /**
   * Draws the report of {@code run}, a run directory; waits for its end.
   *
   * @param options of the exporter's
   */
  static void run(String run, List<String> options, PrintWriter err) {
    String command = System.getProperty(COMMAND);
    if (command == null) {
      return;
    }
    List<String> words = new ArrayList<>(List.of(command, "export"));
    words.addAll(options);
    words.addAll(List.of("--", run));
    String problem = problem(words);
    if (problem != null) {
      err.print(
          Texts.format(
              "There is no report: %s. The tables are there; %s export %s tries again.%n",
              problem, command, run));
      err.flush();
    }
  }

  private static String problem(List<String> command) {
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      return exit == 0 ? null : "drawing it ended with exit code " + exit;
    } catch (IOException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "drawing it was interrupted";
    }
  }
}
