package dev.sieve.driver.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A small file system in memory, for as long as a test runs. Only root may mount one, on Linux. */
public final class Mount implements AutoCloseable {
  private final Path folder;

  private Mount(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns one at {@code folder}, which is created; where that is not allowed, the test is
   * skipped.
   *
   * @param options such as {@code size=4m} or {@code noexec}
   */
  public static Mount at(Path folder, String options) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assumeTrue(
        runs("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()),
        "only root may mount a file system here");
    return new Mount(folder);
  }

  /** Returns where it is. */
  public Path folder() {
    return folder;
  }

  /** Changes its options, such as {@code ro}. */
  public void remount(String options) {
    if (!runs("mount", "-o", "remount," + options, folder.toString())) {
      throw new AssertionError("cannot remount " + folder + " with " + options);
    }
  }

  /** Returns a file that takes all the space that is left. */
  public Path fill() {
    Path ballast = folder.resolve("ballast");
    byte[] page = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(page);
      }
    } catch (IOException e) {
      return ballast; // it is full
    }
  }

  @Override
  public void close() {
    runs("umount", "-l", folder.toString());
  }

  /** Returns whether {@code command} is there and succeeds. */
  static boolean runs(String... command) {
    List<String> line = Stream.of(command).toList();
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while running " + line, e);
    }
  }
}
