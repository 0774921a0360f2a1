package dev.sieve.driver.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Files in the memory of this JVM, {@code mem:/…}, as Hadoop sees them: run directories of searches
 * that take milliseconds. They appear when they are closed.
 */
public final class MemoryFileSystem extends FileSystem {
  private static final TreeMap<String, byte[]> FILES = new TreeMap<>();
  private static final Set<String> FOLDERS = new TreeSet<>(Set.of("/"));
  private static volatile Consumer<String> onPlace = name -> {};
  private static volatile Consumer<String> onDelete = name -> {};

  /** Returns a configuration that knows {@code mem:}. */
  public static Configuration configuration() {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.mem.impl", MemoryFileSystem.class.getName());
    hadoop.set("fs.AbstractFileSystem.mem.impl", Context.class.getName());
    return hadoop;
  }

  /**
   * Has {@code listener} hear the path of each file, the lock's aside, just before it gets its
   * place; what it throws keeps the file from it.
   */
  public static void onPlace(Consumer<String> listener) {
    onPlace = listener;
  }

  /** As {@link #onPlace}, of each file that is to be deleted. */
  public static void onDelete(Consumer<String> listener) {
    onDelete = listener;
  }

  /** Returns the text of each file below the folder {@code folder}, by its path there. */
  public static Map<String, String> texts(String folder) {
    Map<String, String> texts = new TreeMap<>();
    synchronized (FILES) {
      below(folder)
          .forEach(
              (path, bytes) ->
                  texts.put(
                      path.substring(folder.length() + 1),
                      new String(bytes, StandardCharsets.UTF_8)));
    }
    return texts;
  }

  /** Forgets all files and folders. */
  public static void clear() {
    synchronized (FILES) {
      FILES.clear();
      FOLDERS.clear();
      FOLDERS.add("/");
    }
  }

  private static Map<String, byte[]> below(String folder) {
    String start = folder.equals("/") ? folder : folder + "/";
    return FILES.subMap(start, start + Character.MAX_VALUE);
  }

  private static String key(Path path) {
    return path.toUri().getPath();
  }

  @Override
  public void initialize(URI uri, Configuration hadoop) throws IOException {
    super.initialize(uri, hadoop);
    setConf(hadoop);
  }

  @Override
  public URI getUri() {
    return URI.create("mem:///");
  }

  @Override
  public String getScheme() {
    return "mem";
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    synchronized (FILES) {
      byte[] bytes = FILES.get(key(path));
      if (bytes == null) {
        throw new FileNotFoundException(path.toString());
      }
      return new FSDataInputStream(new Bytes(bytes));
    }
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    mkdirs(path.getParent(), permission);
    return new FSDataOutputStream(
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            synchronized (FILES) {
              FILES.put(key(path), toByteArray());
            }
          }
        },
        null);
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("append to " + path);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    if (!to.getName().startsWith(".")) {
      onPlace.accept(key(to));
    }
    synchronized (FILES) {
      if (FOLDERS.contains(key(from))) {
        move(key(from), key(to));
        return true;
      }
      byte[] bytes = FILES.remove(key(from));
      if (bytes == null) {
        throw new FileNotFoundException(from.toString());
      }
      FILES.put(key(to), bytes);
      return true;
    }
  }

  private static void move(String from, String to) {
    Map<String, byte[]> files = new TreeMap<>(below(from));
    files.forEach((path, bytes) -> FILES.put(to + path.substring(from.length()), bytes));
    FILES.keySet().removeAll(files.keySet());
    List<String> folders =
        FOLDERS.stream().filter(one -> one.equals(from) || one.startsWith(from + "/")).toList();
    folders.forEach(folder -> FOLDERS.add(to + folder.substring(from.length())));
    FOLDERS.removeAll(folders);
  }

  @Override
  public boolean delete(Path path, boolean recursive) {
    if (!path.getName().startsWith(".")) {
      onDelete.accept(key(path));
    }
    synchronized (FILES) {
      return FILES.remove(key(path)) != null || FOLDERS.remove(key(path));
    }
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    synchronized (FILES) {
      if (!FOLDERS.contains(key(path))) {
        return new FileStatus[] {getFileStatus(path)};
      }
      Set<String> names = new TreeSet<>();
      int start = key(path).equals("/") ? 1 : key(path).length() + 1;
      for (String file : below(key(path)).keySet()) {
        int end = file.indexOf('/', start);
        names.add(file.substring(start, end < 0 ? file.length() : end));
      }
      FileStatus[] found = new FileStatus[names.size()];
      int i = 0;
      for (String name : names) {
        found[i++] = getFileStatus(new Path(path, name));
      }
      return found;
    }
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    synchronized (FILES) {
      byte[] bytes = FILES.get(key(path));
      if (bytes == null && !FOLDERS.contains(key(path))) {
        throw new FileNotFoundException(path.toString());
      }
      int length = bytes == null ? 0 : bytes.length;
      return new FileStatus(length, bytes == null, 1, 1 << 20, 0, makeQualified(path));
    }
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    synchronized (FILES) {
      for (Path folder = path; folder != null; folder = folder.getParent()) {
        FOLDERS.add(key(folder));
      }
      return true;
    }
  }

  @Override
  public void setWorkingDirectory(Path path) {}

  @Override
  public Path getWorkingDirectory() {
    return new Path("mem:/");
  }

  /** Bytes as Hadoop reads them. */
  private static final class Bytes extends ByteArrayInputStream
      implements Seekable, PositionedReadable {
    Bytes(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void seek(long to) {
      pos = (int) to;
    }

    @Override
    public long getPos() {
      return pos;
    }

    @Override
    public boolean seekToNewSource(long to) {
      return false;
    }

    @Override
    public int read(long from, byte[] into, int offset, int length) {
      int some = (int) Math.min(length, count - from);
      System.arraycopy(buf, (int) from, into, offset, some);
      return some;
    }

    @Override
    public void readFully(long from, byte[] into, int offset, int length) {
      byte[] part = Arrays.copyOfRange(buf, (int) from, (int) from + length);
      System.arraycopy(part, 0, into, offset, length);
    }

    @Override
    public void readFully(long from, byte[] into) {
      readFully(from, into, 0, into.length);
    }
  }

  /** What {@code FileContext} wants. */
  public static final class Context extends DelegateToFileSystem {
    /** Called by Hadoop. */
    public Context(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
      super(uri, new MemoryFileSystem(), hadoop, "mem", false);
    }

    /** In one step: what is inherited deletes first. */
    @Override
    public void renameInternal(Path from, Path to, boolean overwrite) throws IOException {
      fsImpl.rename(from, to);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public boolean isValidName(String name) {
      return true;
    }
  }
}
