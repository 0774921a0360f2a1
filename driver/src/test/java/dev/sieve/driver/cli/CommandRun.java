package dev.sieve.driver.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * A command that ran in this JVM, as {@code submit/sieve} runs it, but without the seconds that a
 * process of its own takes to start.
 *
 * @param exit its exit code
 * @param out what it wrote, and {@code err} likewise
 */
record CommandRun(int exit, String out, String err) {

  /** Runs {@code command}, or the one below {@link Sieve} that is named first, to its end. */
  static CommandRun of(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Failures failures = new Failures(false);
    int exit =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setParameterExceptionHandler(failures)
            .setExecutionExceptionHandler(failures)
            .execute(arguments);
    return new CommandRun(exit, out.toString(), err.toString());
  }

  /** Writes a conf of {@code text} into {@code folder}, and returns its path. */
  static String conf(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("x.conf"), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return out.lines().map(String::stripTrailing).toList();
  }
}
