package dev.sieve.driver.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** A lock of the operating system's. */
final class LocalLock implements RunLock {
  private final RunDirectory run;
  private final Path file;
  private final Object key; // what tells the file from another of the same name
  private final FileChannel channel;

  private LocalLock(RunDirectory run, Path file, FileChannel channel) throws IOException {
    this.run = run;
    this.file = file;
    this.key = key(file);
    this.channel = channel;
  }

  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  static LocalLock of(RunDirectory run) {
    Path file = Path.of(run.folder().path(LockHolder.FILE).toUri().getPath());
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw RunLock.inUse(run, Files.readString(file).strip());
      }
      byte[] holder =
          (LockHolder.here().text() + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder));
      return new LocalLock(run, file, channel);
    } catch (IOException e) {
      throw FileFailure.writing("lock", file.toString(), e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** The operating system takes it from nobody, but anybody may delete the directory. */
  @Override
  public void check() {
    try {
      if (!Objects.equals(key, key(file))) {
        throw RunLock.gone(run);
      }
    } catch (NoSuchFileException e) {
      throw RunLock.gone(run);
    } catch (IOException e) {
      throw FileFailure.reading("look for", file.toString(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw FileFailure.writing("unlock", file.toString(), e);
    }
  }
}
