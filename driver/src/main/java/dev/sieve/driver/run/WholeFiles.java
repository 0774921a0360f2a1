package dev.sieve.driver.run;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.UUID;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;

/**
 * Writes files that appear whole or not at all, on any Hadoop file system: beside their place
 * first, and then renamed. {@code FileContext}, since {@code FileSystem.rename} onto an existing
 * file fails on HDFS without a word.
 */
final class WholeFiles {
  /** How the names of files end that are not whole yet. */
  static final String UNFINISHED = ".tmp";

  private static final int BUFFER = 1 << 16;

  private final FileContext files;
  private final boolean local;

  /**
   * @param local whether they lie on this machine, where nothing is tried again
   */
  WholeFiles(FileContext files, boolean local) {
    this.files = files;
    this.local = local;
  }

  /** Writes a file that is not in its place yet. */
  @FunctionalInterface
  interface Writing {
    void writeTo(Path beside) throws IOException;
  }

  /** What goes into a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes {@code content} to {@code to}, in place of what was there; durable on return. */
  void write(Path to, Content content) throws IOException {
    put(
        to,
        beside -> {
          if (local) {
            writeLocally(local(beside), content);
          } else {
            create(beside, content);
          }
        });
  }

  /** Without Hadoop, which starts a process, {@code chmod}, for each file that it creates. */
  private static void writeLocally(java.nio.file.Path file, Content content) throws IOException {
    Files.createDirectories(file.getParent());
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      OutputStream buffered = new BufferedOutputStream(out, BUFFER);
      content.writeTo(buffered);
      buffered.flush();
      out.getFD().sync();
    }
  }

  /** As {@link #write}, but gives up at once. */
  void writeOnce(Path to, Content content) throws IOException {
    inPlace(to, beside -> create(beside, content)).run();
  }

  /**
   * Writes {@code content} to {@code path}, which is not there; durable on return.
   *
   * @throws org.apache.hadoop.fs.FileAlreadyExistsException where it is
   */
  void writeNew(Path path, Content content) throws IOException {
    withoutErrors(() -> create(path, content));
  }

  private void create(Path path, Content content) throws IOException {
    FSDataOutputStream out =
        files.create(path, EnumSet.of(CreateFlag.CREATE), CreateOpts.createParent());
    closing(
        out,
        () -> {
          OutputStream buffered = new BufferedOutputStream(out, BUFFER);
          content.writeTo(buffered);
          buffered.flush();
          out.hsync();
        });
  }

  /**
   * Where a local disk refuses to be written, when it is full, say, Hadoop throws an Error, and
   * Parquet makes a RuntimeException of that.
   */
  private static void withoutErrors(Retries.Action action) throws IOException {
    try {
      action.run();
    } catch (FSError | RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException refusal) {
          throw refusal;
        }
      }
      throw e;
    }
  }

  /** Puts what {@code writing} writes in its place, {@code to}. */
  void put(Path to, Writing writing) throws IOException {
    Retries.Action once = inPlace(to, writing);
    if (local) {
      once.run();
    } else {
      Retries.run(once);
    }
  }

  private Retries.Action inPlace(Path to, Writing writing) {
    return () -> {
      Path beside = new Path(to.getParent(), to.getName() + "." + UUID.randomUUID() + UNFINISHED);
      try {
        withoutErrors(() -> writing.writeTo(beside));
        place(beside, to);
      } catch (IOException e) {
        forget(beside); // a full disk must not be filled with halves
        throw e;
      }
    };
  }

  private void forget(Path unfinished) {
    try {
      files.delete(unfinished, false);
    } catch (IOException e) {
      // it is not there, or its file system is away: the next run sweeps
    }
  }

  /**
   * Renames {@code from} to {@code to}, in place of what was there, in one step. Hadoop takes two
   * on local disks: killed in between, the directory would have lost the old file and not yet the
   * new.
   */
  void place(Path from, Path to) throws IOException {
    if (!local) {
      files.rename(from, to, Rename.OVERWRITE);
      return;
    }
    java.nio.file.Path target = local(to);
    Files.move(local(from), target, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true); // the new name, too, must outlive a power cut
    }
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  /**
   * Runs {@code action} and closes {@code file}. A try with resources would break on HDFS, whose
   * files throw the very exception that they threw before when they are closed.
   */
  static void closing(Closeable file, Retries.Action action) throws IOException {
    try {
      action.run();
    } catch (IOException | RuntimeException | FSError e) {
      IOUtils.closeStream(file);
      throw e;
    }
    file.close();
  }
}
