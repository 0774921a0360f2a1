package dev.sieve.driver.cli;

import static java.util.stream.Collectors.joining;

import dev.sieve.Texts;
import dev.sieve.UserMistake;
import dev.sieve.driver.error.Refusals;
import dev.sieve.driver.error.SearchFailure;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what a command throws into a message on stderr and an exit code.
 *
 * @param stackTraces whether to print where a failure came from, below its message
 */
record Failures(boolean stackTraces)
    implements IParameterExceptionHandler, IExecutionExceptionHandler {
  static final int FAILED = 1;
  static final int MISTAKEN = 2;
  static final int INTERRUPTED = 130;

  /** Stack traces are shown where {@code SIEVE_LOG} is {@code debug}. */
  static Failures fromEnvironment() {
    return new Failures("debug".equals(System.getenv("SIEVE_LOG")));
  }

  /** Arguments that picocli does not understand. */
  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("sieve: " + message(mistake));
    UnmatchedArgumentException.printSuggestions(mistake, err);
    err.print(Texts.format("Try: %s --help%n", command.getCommandSpec().qualifiedName()));
    trace(mistake, err);
    return MISTAKEN;
  }

  /** Returns what picocli says; where a command is unknown, the names of the known ones. */
  private static String message(ParameterException mistake) {
    CommandLine command = mistake.getCommandLine();
    boolean unknownCommand =
        mistake instanceof UnmatchedArgumentException unmatched
            && command.getParent() == null
            && !unmatched.isUnknownOption();
    return unknownCommand
        ? Texts.format(
            "there is no command '%s'; the commands are %s",
            ((UnmatchedArgumentException) mistake).getUnmatched().get(0),
            command.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .map(CommandSpec::name)
                .collect(joining(", ")))
        : mistake.getMessage();
  }

  /** Whatever a command throws. */
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (Interruption.happened()) { // whatever broke, broke because of that
      return INTERRUPTED;
    }
    return say(failure, command.getErr());
  }

  /** Prints what {@code failure} is to the user, and returns the exit code. */
  int say(Exception failure, PrintWriter err) {
    int code = code(failure);
    say(failure, message(failure, code), code, err);
    return code;
  }

  private void say(Throwable failure, String message, int code, PrintWriter err) {
    err.println("sieve: " + message);
    if (code == FAILED && !stackTraces) {
      err.println("SIEVE_LOG=debug shows where it happened.");
    }
    trace(failure, err);
  }

  /** Returns the exit code of {@code command}, also where it ends by an error of the JVM's. */
  int of(IntSupplier command, PrintWriter err) {
    try {
      return command.getAsInt();
    } catch (OutOfMemoryError e) {
      err.print(
          Texts.format(
              "sieve: the driver's %d MB of memory are not enough (%s): --driver-memory gives it"
                  + " more%n",
              Runtime.getRuntime().maxMemory() >> 20, e.getMessage()));
      err.flush();
      return FAILED;
    } catch (Error e) { // such as a class or a native library that does not load
      say(e, "failed by " + e, FAILED, err);
      return FAILED;
    }
  }

  static int code(Exception failure) {
    if (failure instanceof UserMistake || refusal(failure).isPresent()) {
      return MISTAKEN;
    }
    return failure instanceof InterruptedException ? INTERRUPTED : FAILED;
  }

  /** What is not thrown by us may yet be the user's mistake. */
  private static Optional<String> refusal(Exception failure) {
    return failure instanceof UserMistake || failure instanceof SearchFailure
        ? Optional.empty()
        : Refusals.of(failure);
  }

  private static String message(Exception failure, int code) {
    return switch (code) {
      case MISTAKEN -> refusal(failure).orElseGet(failure::getMessage);
      case INTERRUPTED -> "interrupted";
      default -> failure instanceof SearchFailure ? failure.getMessage() : "failed by " + failure;
    };
  }

  private void trace(Throwable failure, PrintWriter err) {
    if (stackTraces) { // SIEVE_LOG=debug asks for it: users who report a fault send it along
      failure.printStackTrace(err);
    }
    err.flush();
  }
}
