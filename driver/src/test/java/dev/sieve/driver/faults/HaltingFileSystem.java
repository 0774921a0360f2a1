package dev.sieve.driver.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The local file system under another name, {@code halt:}, in which a JVM dies at the k-th file
 * that it puts in place: just before that, so that the file is written and nobody can see it, or
 * just after. Files of the lock, which beats with the clock, do not count. Renames in one step, as
 * HDFS does. A JVM that ends by itself says how many files it has put in place.
 */
public final class HaltingFileSystem extends RawLocalFileSystem {
  /** System properties: at which file to halt, and whether before it is in place. */
  static final String AT = "halt.at";

  static final String BEFORE = "halt.before";

  /** What the JVM's exit code is then. */
  static final int EXIT = 86;

  private static final AtomicInteger PLACED = new AtomicInteger();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("placed " + PLACED)));
  }

  @Override
  public URI getUri() {
    return URI.create("halt:///");
  }

  @Override
  public String getScheme() {
    return "halt";
  }

  private void place(Path from, Path to) throws IOException {
    boolean counts = !to.getName().startsWith(".");
    boolean last = counts && PLACED.incrementAndGet() == Integer.getInteger(AT, -1);
    if (last && Boolean.getBoolean(BEFORE)) {
      Runtime.getRuntime().halt(EXIT);
    }
    Files.move(pathToFile(from).toPath(), pathToFile(to).toPath(), StandardCopyOption.ATOMIC_MOVE);
    if (last) {
      Runtime.getRuntime().halt(EXIT);
    }
  }

  /** What {@code FileContext} wants. */
  public static final class Context extends DelegateToFileSystem {
    /** Called by Hadoop. */
    public Context(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
      super(uri, new HaltingFileSystem(), hadoop, "halt", false);
    }

    /** In one step: what is inherited deletes first. */
    @Override
    public void renameInternal(Path from, Path to, boolean overwrite) throws IOException {
      ((HaltingFileSystem) fsImpl).place(from, to);
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
