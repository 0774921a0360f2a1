package dev.sieve.driver.run;

import dev.sieve.driver.error.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second driver out of a run directory. On a local file system it is a lock of the
 * operating system's, which ends with the process that holds it, however that ends; elsewhere there
 * is none.
 */
public final class RunLock implements Closeable {
  private static final String FILE = ".lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Locks {@code run}, which exists, or refuses it with the process that holds it. */
  public static RunLock of(RunDirectory run) {
    if (!run.isLocal()) {
      return new RunLock(null);
    }
    Path file = Path.of(run.path(FILE).toUri().getPath());
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw new UserError(
            run.display()
                + " is in use by "
                + Files.readString(file).strip()
                + "; wait for its end");
      }
      byte[] holder =
          "process %d on %s%n"
              .formatted(ProcessHandle.current().pid(), Host.name())
              .getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder));
      return new RunLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock the run directory: " + e.getMessage(), e);
    }
  }
}
