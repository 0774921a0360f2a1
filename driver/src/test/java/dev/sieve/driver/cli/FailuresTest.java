package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
  private final StringWriter stderr = new StringWriter();

  @Command(name = "sieve")
  private record Throwing(Exception failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }

  private int exitCodeOf(Exception failure, boolean stackTraces) {
    Failures failures = new Failures(stackTraces);
    return new CommandLine(new Throwing(failure))
        .setErr(new PrintWriter(stderr))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute();
  }

  @Test
  void userError_isItsMessageAlone() {
    assertEquals(2, exitCodeOf(new UserError("trials must be >= 1, but was 0"), false));
    assertEquals("sieve: trials must be >= 1, but was 0", stderr.toString().strip());
  }

  @Test
  void failure_saysHowToSeeMore() {
    assertEquals(1, exitCodeOf(new IllegalStateException("no disk"), false));
    assertTrue(stderr.toString().contains("no disk"));
    assertTrue(stderr.toString().contains("SIEVE_LOG=debug"));
    assertFalse(stderr.toString().contains("\tat "));
  }

  @Test
  void failure_showsWhereItHappened_ifAskedTo() {
    assertEquals(1, exitCodeOf(new IllegalStateException("no disk"), true));
    assertTrue(stderr.toString().contains("\tat "));
  }

  @Test
  void memoryThatIsNotEnough_isSaidInALine() {
    IntSupplier tooLarge =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };
    assertEquals(1, new Failures(false).of(tooLarge, new PrintWriter(stderr)));
    assertTrue(stderr.toString().startsWith("sieve: the driver's "), stderr.toString());
    assertTrue(stderr.toString().contains("--driver-memory"), stderr.toString());
    assertEquals(1, stderr.toString().lines().count());
  }

  @Test
  void errorOfTheJvm_isSaidLikeAnyFailure() {
    IntSupplier broken =
        () -> {
          throw new UnsatisfiedLinkError("no codec");
        };
    assertEquals(1, new Failures(false).of(broken, new PrintWriter(stderr)));
    assertTrue(stderr.toString().startsWith("sieve: failed by java.lang.Unsat"), stderr.toString());
    assertFalse(stderr.toString().contains("\tat "));
  }

  @Test
  void interruption_hasTheShellsCode() {
    assertEquals(130, exitCodeOf(new InterruptedException(), false));
  }

  @Test
  void mistake_namesTheHelpOfItsWholeCommand() {
    int code =
        new CommandLine(new Sieve())
            .setErr(new PrintWriter(stderr))
            .setParameterExceptionHandler(new Failures(false))
            .execute("data", "describe", "mnist");
    assertEquals(2, code);
    assertTrue(stderr.toString().endsWith("Try: sieve data describe --help\n"), stderr.toString());
  }
}
