package dev.sieve.driver.cli.option;

import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command says what the user should know. */
public final class Warnings {
  private Warnings() {}

  /** Returns what writes a line to the error stream of {@code command}. */
  public static Consumer<String> to(CommandSpec command) {
    PrintWriter err = command.commandLine().getErr();
    return message -> {
      err.println("sieve: " + message);
      err.flush();
    };
  }
}
