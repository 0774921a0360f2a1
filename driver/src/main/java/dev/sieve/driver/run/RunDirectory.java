package dev.sieve.driver.run;

import dev.sieve.driver.error.UserError;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.io.IOUtils;
import org.apache.hadoop.security.AccessControlException;

/**
 * The files of one run, on any Hadoop file system. Every file appears whole or not at all: it is
 * written beside its place and renamed. {@code FileContext}, since {@code FileSystem.rename} onto
 * an existing file fails on HDFS without a word.
 */
public final class RunDirectory {
  /** The conf as it was run, every default filled in. */
  public static final String CONF = "search.conf";

  /** What {@code gradcheck} leaves, before a search or after it. */
  public static final String GRADCHECK = "gradcheck.csv";

  /** How the names of files end that are not whole yet. */
  private static final String UNFINISHED = ".tmp";

  private final Configuration hadoop;
  private final FileContext files;
  private final Path root;

  private RunDirectory(Configuration hadoop, FileContext files, Path root) {
    this.hadoop = hadoop;
    this.files = files;
    this.root = root;
  }

  /** Returns the directory at {@code path}, which need not exist; touches nothing. */
  public static RunDirectory at(String path, Configuration hadoop) {
    try {
      FileContext files = FileContext.getFileContext(hadoop);
      Path absolute = files.makeQualified(new Path(path));
      return new RunDirectory(
          hadoop, FileContext.getFileContext(absolute.toUri(), hadoop), absolute);
    } catch (IllegalArgumentException | UnsupportedFileSystemException e) {
      throw new UserError(
          "a run directory must be a path of a known file system, but was '%s': %s"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** Returns where it is, as messages show it: without {@code file:}. */
  public String display() {
    return isLocal() ? root.toUri().getPath() : root.toString();
  }

  /** Whether it lies on a file system of this machine. */
  public boolean isLocal() {
    return "file".equals(root.toUri().getScheme());
  }

  /** Returns the path of {@code name} in it. */
  Path path(String name) {
    return new Path(root, name);
  }

  /** Returns whether {@code name} is there. */
  public boolean has(String name) {
    try {
      return files.util().exists(path(name));
    } catch (IOException e) {
      throw failed("look for", name, e);
    }
  }

  /** Returns whether the directory exists and holds what a search leaves: no hidden files. */
  public boolean isInUse() {
    return !list("").stream().allMatch(name -> name.startsWith(".") || name.equals(GRADCHECK));
  }

  /** Returns the names in the folder {@code folder}, sorted; none where it does not exist. */
  public List<String> list(String folder) {
    Path path = folder.isEmpty() ? root : path(folder);
    List<String> names = new ArrayList<>();
    try {
      RemoteIterator<FileStatus> found = files.listStatus(path);
      while (found.hasNext()) {
        names.add(found.next().getPath().getName());
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw failed("list", folder, e);
    }
    names.sort(null);
    return names;
  }

  /** Returns the text in {@code name}. */
  public String read(String name) {
    try (InputStream in = files.open(path(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw failed("read", name, e);
    }
  }

  /** Writes {@code text} to {@code name}, in place of what was there; durable on return. */
  public void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #write(String, String)}, but gives up at once: for what is soon written again. */
  void writeOnce(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      inPlace(name, whole(out -> out.write(bytes))).run();
    } catch (IOException e) {
      throw failed("write", name, e);
    }
  }

  /** Writes {@code bytes} to {@code name}, in place of what was there; durable on return. */
  public void write(String name, byte[] bytes) {
    write(name, out -> out.write(bytes));
  }

  /** Writes {@code text} to {@code name}, and returns whether: not where there is such a file. */
  boolean writeNew(String name, String text) {
    try (FSDataOutputStream out =
        files.create(path(name), EnumSet.of(CreateFlag.CREATE), CreateOpts.createParent())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.hsync();
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw failed("write", name, e);
    }
  }

  /** Deletes the file {@code name}, if there is one. */
  void delete(String name) {
    try {
      files.delete(path(name), false);
    } catch (FileNotFoundException e) {
      // that is what was wanted
    } catch (IOException e) {
      throw failed("delete", name, e);
    }
  }

  /** What goes into a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes {@code content} to {@code name}, in place of what was there; durable on return. */
  void write(String name, Content content) {
    put(name, whole(content));
  }

  private Writing whole(Content content) {
    return beside -> {
      FSDataOutputStream out =
          files.create(beside, EnumSet.of(CreateFlag.CREATE), CreateOpts.createParent());
      closing(
          out,
          () -> {
            OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
            content.writeTo(buffered);
            buffered.flush();
            out.hsync();
          });
    };
  }

  /**
   * Runs {@code action} and closes {@code file}. A try with resources would break on HDFS, whose
   * files throw the very exception that they threw before when they are closed.
   */
  static void closing(Closeable file, Retries.Action action) throws IOException {
    try {
      action.run();
    } catch (IOException | RuntimeException e) {
      IOUtils.closeStream(file);
      throw e;
    }
    file.close();
  }

  /** Writes {@code rows} to {@code name}, in place of what was there. */
  <R> void writeParquet(String name, ParquetRows<R> table, List<R> rows) {
    put(name, beside -> table.write(beside, rows, hadoop));
  }

  /** Writes a file that is not in its place yet. */
  @FunctionalInterface
  private interface Writing {
    void writeTo(Path beside) throws IOException;
  }

  private void put(String name, Writing writing) {
    Retries.Action once = inPlace(name, writing);
    try {
      if (isLocal()) {
        once.run();
      } else {
        Retries.run(once);
      }
    } catch (IOException e) {
      throw failed("write", name, e);
    }
  }

  private Retries.Action inPlace(String name, Writing writing) {
    return () -> {
      Path beside = beside(name);
      writing.writeTo(beside);
      place(beside, path(name));
    };
  }

  /**
   * Renames {@code from} to {@code to}, in place of what was there, in one step. Hadoop takes two
   * on local disks: killed in between, the directory would have lost the old file and not yet the
   * new.
   */
  private void place(Path from, Path to) throws IOException {
    if (!isLocal()) {
      files.rename(from, to, Rename.OVERWRITE);
      return;
    }
    java.nio.file.Path local = local(to);
    Files.move(local(from), local, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(local.getParent(), StandardOpenOption.READ)) {
      folder.force(true); // the new name, too, must outlive a power cut
    }
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  /** Deletes what a driver that was killed has left unfinished. For who holds the lock. */
  public void sweep() {
    for (String folder : List.of("", "journal/", "models/")) {
      list(folder).stream()
          .filter(name -> name.endsWith(UNFINISHED))
          .forEach(name -> delete(folder + name));
    }
  }

  /** Returns where a file lies until it is whole. */
  private Path beside(String name) {
    return path(name + "." + UUID.randomUUID() + UNFINISHED);
  }

  /** Renames {@code name} to {@code to}, in place of what was there. */
  void rename(String name, String to) {
    try {
      place(path(name), path(to));
    } catch (IOException e) {
      throw failed("rename", name, e);
    }
  }

  /**
   * Creates the directory with its parents.
   *
   * @throws UserError where the user may not, or where something else has its name
   */
  public void create() {
    try {
      files.mkdir(root, FsPermission.getDirDefault(), true);
    } catch (AccessControlException
        | AccessDeniedException
        | FileAlreadyExistsException
        | ParentNotDirectoryException e) {
      throw new UserError(
          "%s must be a folder, or a place for one, that can be written, but is not: %s"
              .formatted(display(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw failed("create", "", e);
    }
  }

  /**
   * Renames the whole directory to {@code NAME-1}, {@code NAME-2}, …, and returns which. For who
   * holds the lock, which is gone then.
   */
  public String setAside() {
    for (int i = 1; ; i++) {
      Path aside = new Path(root.getParent(), root.getName() + "-" + i);
      try {
        if (!files.util().exists(aside)) {
          files.rename(root, aside);
          files.delete(new Path(aside, LockHolder.FILE), false);
          return isLocal() ? aside.toUri().getPath() : aside.toString();
        }
      } catch (IOException e) {
        throw failed("set aside", "", e);
      }
    }
  }

  private UncheckedIOException failed(String verb, String name, IOException e) {
    String what = name.isEmpty() ? display() : display() + "/" + name;
    return new UncheckedIOException("cannot " + verb + " " + what + ": " + e.getMessage(), e);
  }
}
