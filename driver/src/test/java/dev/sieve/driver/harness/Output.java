package dev.sieve.driver.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running process has written so far. */
final class Output {
  private final Path file;

  /** The output of a process that was told to write to {@code file}. */
  Output(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the first match of {@code pattern}, as soon as there is one. Fails after {@code
   * patience}, or once {@code writer} has ended without it.
   */
  Matcher await(Pattern pattern, Process writer, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      boolean alive = writer.isAlive();
      Matcher matcher = pattern.matcher(text());
      if (matcher.find()) {
        return matcher;
      }
      if (!alive || System.nanoTime() > end) {
        throw new AssertionError(
            String.format(
                "process %d %s without writing \"%s\", but: %s",
                writer.pid(), alive ? "ran for " + patience : "ended", pattern, text()));
      }
      pause(writer);
    }
  }

  private static void pause(Process writer) {
    try {
      writer.waitFor(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for process " + writer.pid(), e);
    }
  }
}
