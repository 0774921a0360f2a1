package dev.sieve.driver.run;

import dev.sieve.HomePath;
import dev.sieve.Texts;
import dev.sieve.driver.error.Refusals;
import dev.sieve.driver.error.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.AccessControlException;

/**
 * A folder on any Hadoop file system, whose files appear whole or not at all. What the file system
 * refuses is a {@link dev.sieve.driver.error.SearchFailure} that says so in one line.
 */
public final class Folder {
  private final Configuration hadoop;
  private final FileContext files;
  private final WholeFiles whole;
  private final Path root;

  private Folder(Configuration hadoop, FileContext files, Path root) {
    this.hadoop = hadoop;
    this.files = files;
    this.root = root;
    this.whole = new WholeFiles(files, isLocal());
  }

  /**
   * Returns the folder at {@code path}, which need not exist; touches nothing.
   *
   * @param what it is to the user
   * @throws UserError where {@code path} is none, or of no file system that is known
   */
  public static Folder at(String what, String path, Configuration hadoop) {
    try {
      Path absolute = absolute(new Path(HomePath.of(path)), hadoop);
      return new Folder(hadoop, FileContext.getFileContext(absolute.toUri(), hadoop), absolute);
    } catch (IllegalArgumentException | UnsupportedFileSystemException e) {
      throw new UserError(
          Texts.format(
              "%s must be a path of a known file system, but was '%s': %s",
              what, path, Refusals.of(e).orElseGet(e::getMessage)),
          e);
    }
  }

  /** The default file system's host completes its own paths alone: not {@code file:/a}. */
  private static Path absolute(Path path, Configuration hadoop)
      throws UnsupportedFileSystemException {
    String scheme = path.toUri().getScheme();
    FileContext usual = FileContext.getFileContext(hadoop);
    return scheme == null || scheme.equals(usual.getDefaultFileSystem().getUri().getScheme())
        ? usual.makeQualified(path)
        : FileContext.getFileContext(path.toUri(), hadoop).makeQualified(path);
  }

  /** Returns where it is, as messages show it: without {@code file:}. */
  public String display() {
    return isLocal() ? root.toUri().getPath() : root.toString();
  }

  /** Returns the last part of its path. */
  String name() {
    return root.getName();
  }

  /** Returns its path with its file system, for another JVM. */
  public String uri() {
    return root.toString();
  }

  /** Returns the path of {@code name} in it likewise. */
  public String uri(String name) {
    return path(name).toString();
  }

  /** Returns the folder {@code name} in it, which need not be one. */
  public Folder within(String name) {
    return new Folder(hadoop, files, new Path(root, "./" + name)); // a: would be a scheme
  }

  /** Returns where {@code name} in it is, as messages show it. */
  private String display(String name) {
    return name.isEmpty() ? display() : display() + "/" + name;
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
      throw FileFailure.reading("look for", display(name), e);
    }
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
      throw FileFailure.reading("list", display(folder), e);
    }
    names.sort(null);
    return names;
  }

  /** Returns the bytes in {@code name}, to be closed by the caller. */
  public InputStream open(String name) throws IOException {
    return files.open(path(name));
  }

  /** Returns the text in {@code name}. */
  public String read(String name) {
    return new String(readBytes(name), StandardCharsets.UTF_8);
  }

  /** Returns the text in {@code name}; empty where there is no such file. */
  public Optional<String> readIfThere(String name) {
    try (InputStream in = open(name)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileFailure.reading("read", display(name), e);
    }
  }

  /** Returns what is in {@code name}. */
  public byte[] readBytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw FileFailure.reading("read", display(name), e);
    }
  }

  /** Writes {@code text} to {@code name}, in place of what was there; durable on return. */
  public void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes {@code bytes} to {@code name}, in place of what was there; durable on return. */
  public void write(String name, byte[] bytes) {
    write(name, out -> out.write(bytes));
  }

  /** Writes {@code content} to {@code name}, in place of what was there; durable on return. */
  void write(String name, WholeFiles.Content content) {
    change("write", name, () -> whole.write(path(name), content));
  }

  /** Writes {@code rows} to {@code name}, in place of what was there. */
  <R> void writeParquet(String name, ParquetRows<R> table, List<R> rows) {
    change("write", name, () -> whole.put(path(name), beside -> table.write(beside, rows, hadoop)));
  }

  /** As {@link #write(String, String)}, but gives up at once: for what is soon written again. */
  void writeOnce(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    change("write", name, () -> whole.writeOnce(path(name), out -> out.write(bytes)));
  }

  /** Writes {@code text} to {@code name}, and returns whether: not where there is such a file. */
  boolean writeNew(String name, String text) {
    try {
      whole.writeNew(path(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw FileFailure.writing("write", display(name), e);
    }
  }

  /** Renames {@code name} to {@code to}, in place of what was there. */
  public void rename(String name, String to) {
    change("rename", name, () -> whole.place(path(name), path(to)));
  }

  /** Runs {@code action}; a failure says that {@code name} could not be changed. */
  private void change(String verb, String name, Retries.Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw FileFailure.writing(verb, display(name), e);
    }
  }

  /** Deletes the file {@code name}, if there is one; without a name, this folder, empty. */
  public void delete(String name) {
    try {
      files.delete(name.isEmpty() ? root : path(name), false);
    } catch (FileNotFoundException e) {
      // that is what was wanted
    } catch (IOException e) {
      throw FileFailure.writing("delete", display(name), e);
    }
  }

  /**
   * Deletes what a JVM that was killed has left unfinished. For who knows that no other writes.
   *
   * @param part of this folder: nothing, or {@code models/}
   */
  public void sweep(String part) {
    list(part).stream()
        .filter(name -> name.endsWith(WholeFiles.UNFINISHED))
        .forEach(name -> delete(part + name));
  }

  /**
   * Creates the folder with its parents.
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
      throw noPlace(e.getMessage(), e);
    } catch (IOException e) {
      throw isLocal()
          ? noPlace(e.getMessage(), e)
          : FileFailure.reading("create", display(), e); // nothing is kept there yet
    }
  }

  private UserError noPlace(String why, Exception cause) {
    return new UserError(
        Texts.format(
            "%s must be a folder, or a place for one, that can be written, but %s", display(), why),
        cause);
  }

  /**
   * Refuses, before anything is written, a place that can hold no folder, or a file system that
   * cannot be reached.
   *
   * @throws UserError where a file stands there, or above it, or nothing may be written
   */
  public void checkPlace() {
    if (!isLocal()) {
      reach();
      return;
    }
    java.nio.file.Path place = java.nio.file.Path.of(root.toUri().getPath());
    while (!Files.exists(place)) {
      place = place.getParent();
    }
    if (!Files.isDirectory(place)) {
      throw noPlace(place + " is a file", null);
    }
    if (!Files.isWritable(place)) {
      throw noPlace(place + " is protected", null);
    }
  }

  /**
   * Looks whether its file system answers.
   *
   * @throws UserError with what is wrong with its address, where that is known
   */
  public void reach() {
    try {
      files.util().exists(root);
    } catch (IOException e) {
      throw Refusals.of(e)
          .<RuntimeException>map(why -> new UserError(display() + ": " + why, e))
          .orElseGet(() -> FileFailure.reading("look for", display(), e));
    }
  }

  /** Returns {@code NAME-1}, {@code NAME-2}, … as far as all of them are there. */
  List<Folder> asides() {
    List<Folder> asides = new ArrayList<>();
    try {
      for (Path aside = aside(1); files.util().exists(aside); aside = aside(asides.size() + 1)) {
        asides.add(new Folder(hadoop, files, aside));
      }
      return asides;
    } catch (IOException e) {
      throw FileFailure.reading("look beside", display(), e);
    }
  }

  private Path aside(int number) {
    return new Path(root.getParent(), root.getName() + "-" + number);
  }

  /** Renames the folder to the first of {@code NAME-1}, {@code NAME-2}, … that is free. */
  Folder setAside() {
    for (int i = 1; ; i++) {
      Path aside = aside(i);
      try {
        if (!files.util().exists(aside)) {
          files.rename(root, aside);
          return new Folder(hadoop, files, aside);
        }
      } catch (IOException e) {
        throw FileFailure.writing("set aside", display(), e);
      }
    }
  }
}
