package dev.sieve.driver.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command says what the user should know. */
final class Warnings {
  private Warnings() {}

  /** Returns what writes a line to the error stream of {@code command}. */
  static Consumer<String> to(CommandSpec command) {
    PrintWriter err = command.commandLine().getErr();
    return message -> {
      err.println("sieve: " + message);
      err.flush();
    };
  }
}
