package dev.sieve.driver.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code submit/sieve} as a user starts it, in a process of its own. Closing it ends it, if it
 * still runs.
 *
 * <pre>{@code
 * Result result = SieveProcess.run("plan", "conf/quickstart.conf");
 * }</pre>
 */
public final class SieveProcess implements AutoCloseable {
  /** Variables of this process that would change what the command does. */
  private static final List<String> NOT_INHERITED =
      List.of(
          "SPARK_HOME",
          "SPARK_CONF_DIR",
          "SPARK_SUBMIT_OPTS",
          "SPARK_REMOTE",
          "HADOOP_CONF_DIR",
          "YARN_CONF_DIR",
          "MASTER",
          "SIEVE_LOG");

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path written;
  private final Output stdout;
  private final Output stderr;

  private SieveProcess(Process process, Path written) {
    this.process = process;
    this.written = written;
    this.stdout = new Output(written.resolve("stdout"));
    this.stderr = new Output(written.resolve("stderr"));
  }

  /** How a command ended, and all that it wrote. */
  public record Result(int exit, String stdout, String stderr) {}

  /** Runs the command to its end, from the checkout's root. */
  public static Result run(String... arguments) {
    return run(Map.of(), arguments);
  }

  /** Runs the command to its end, from the checkout's root, with more variables. */
  public static Result run(Map<String, String> environment, String... arguments) {
    try (SieveProcess sieve = start(Checkout.root(), environment, arguments)) {
      return sieve.finish(PATIENCE);
    }
  }

  /** Starts the command in {@code folder}. */
  public static SieveProcess start(
      Path folder, Map<String, String> environment, String... arguments) {
    return start(Checkout.root().resolve("submit/sieve"), folder, environment, arguments);
  }

  /** Starts {@code script}, which is the command or a link to it, in {@code folder}. */
  public static SieveProcess start(
      Path script, Path folder, Map<String, String> environment, String... arguments) {
    try {
      Path written = Scratch.folder();
      ProcessBuilder builder =
          new ProcessBuilder(Stream.concat(command(script), Stream.of(arguments)).toList())
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(written.resolve("stdout").toFile())
              .redirectError(written.resolve("stderr").toFile());
      builder.environment().keySet().removeAll(NOT_INHERITED);
      builder.environment().putAll(environment);
      return new SieveProcess(builder.start(), written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A build in the background ignores SIGINT, and so would all its children; env undoes that. */
  private static Stream<String> command(Path script) {
    return System.getProperty("os.name").equals("Linux")
        ? Stream.of("env", "--default-signal=INT", script.toString())
        : Stream.of(script.toString());
  }

  /** Returns the process id: the script becomes the JVM, so it is the JVM's too. */
  public long pid() {
    return process.pid();
  }

  /** Returns the executors of a {@code local-cluster} that run now. */
  public List<ProcessHandle> executors() {
    return process.descendants().toList();
  }

  /** Returns the first match in stdout, as soon as there is one; fails after {@code patience}. */
  public Matcher awaitStdout(String regex, Duration patience) {
    return stdout.await(Pattern.compile(regex), process, patience);
  }

  /** Returns the first match in stderr, as soon as there is one; fails after {@code patience}. */
  public Matcher awaitStderr(String regex, Duration patience) {
    return stderr.await(Pattern.compile(regex), process, patience);
  }

  /** Sends SIGINT, as Ctrl-C does. */
  public void interrupt() {
    Signal.INT.send(pid());
  }

  /** Sends SIGKILL: what a power cut looks like. */
  public void kill() {
    Signal.KILL.send(pid());
  }

  /** Sends SIGSTOP: the command does nothing more, and lets go of nothing. */
  public void suspend() {
    Signal.STOP.send(pid());
  }

  /** Returns as soon as {@code condition} holds; fails if the command ends or the time does. */
  public void await(String what, BooleanSupplier condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (within(process, Duration.ofMillis(5)) || System.nanoTime() > end) {
        throw new AssertionError("there was no " + what + ", but: " + stderr.text());
      }
    }
  }

  /** Returns whether the command has ended, as soon as it has, or after {@code patience}. */
  public boolean endsWithin(Duration patience) {
    return within(process, patience);
  }

  /** Returns the result once the command has ended; fails if it has not after {@code patience}. */
  public Result finish(Duration patience) {
    if (!within(process, patience)) {
      throw new AssertionError(
          String.format(
              "sieve ran for %s without an end, and wrote: %s%s",
              patience, stdout.text(), stderr.text()));
    }
    return new Result(process.exitValue(), stdout.text(), stderr.text());
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    within(process, Duration.ofSeconds(10));
    Scratch.delete(written);
  }

  private static boolean within(Process process, Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for process " + process.pid(), e);
    }
  }
}
