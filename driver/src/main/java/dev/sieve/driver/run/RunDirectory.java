package dev.sieve.driver.run;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The files of one run, on any Hadoop file system. Every file appears whole or not at all: it is
 * written beside its place and renamed. {@code FileContext}, since {@code FileSystem.rename} onto
 * an existing file fails on HDFS without a word.
 */
public final class RunDirectory {
  /** The conf as it was run, every default filled in. */
  public static final String CONF = "search.conf";

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
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reach " + path + ": " + e.getMessage(), e);
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

  /** Returns whether the directory exists and holds anything but hidden files. */
  public boolean isInUse() {
    return !list("").stream().allMatch(name -> name.startsWith("."));
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

  /** Writes {@code bytes} to {@code name}, in place of what was there; durable on return. */
  public void write(String name, byte[] bytes) {
    write(name, out -> out.write(bytes));
  }

  /** What goes into a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes {@code content} to {@code name}, in place of what was there; durable on return. */
  void write(String name, Content content) {
    Path beside = beside(name);
    try {
      try (FSDataOutputStream out =
          files.create(beside, EnumSet.of(CreateFlag.CREATE), CreateOpts.createParent())) {
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        content.writeTo(buffered);
        buffered.flush();
        out.hsync();
      }
      files.rename(beside, path(name), Rename.OVERWRITE);
    } catch (IOException e) {
      throw failed("write", name, e);
    }
  }

  /** Writes {@code rows} to {@code name}, in place of what was there. */
  <R> void writeParquet(String name, ParquetRows<R> table, List<R> rows) {
    Path beside = beside(name);
    try {
      table.write(beside, rows, hadoop);
      files.rename(beside, path(name), Rename.OVERWRITE);
    } catch (IOException e) {
      throw failed("write", name, e);
    }
  }

  /** Returns where a file lies until it is whole. */
  private Path beside(String name) {
    return path(name + "." + UUID.randomUUID() + ".tmp");
  }

  /** Renames {@code name} to {@code to}, in place of what was there. */
  void rename(String name, String to) {
    try {
      files.rename(path(name), path(to), Rename.OVERWRITE);
    } catch (IOException e) {
      throw failed("rename", name, e);
    }
  }

  /** Creates the directory with its parents. */
  public void create() {
    try {
      files.mkdir(root, FsPermission.getDirDefault(), true);
    } catch (IOException e) {
      throw failed("create", "", e);
    }
  }

  /** Renames the whole directory to {@code NAME-1}, {@code NAME-2}, …, and returns which. */
  public String setAside() {
    for (int i = 1; ; i++) {
      Path aside = new Path(root.getParent(), root.getName() + "-" + i);
      try {
        if (!files.util().exists(aside)) {
          files.rename(root, aside);
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
