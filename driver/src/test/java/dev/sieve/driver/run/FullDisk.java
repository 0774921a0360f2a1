package dev.sieve.driver.run;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Options.ChecksumOpt;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A file system, {@code full:}, that is not of this machine, and in which no file can be made. */
public final class FullDisk extends DelegateToFileSystem {
  /** How often a file was to be made, since {@link #hadoop} was called. */
  private static final AtomicInteger TRIED = new AtomicInteger();

  /** Called by Hadoop. */
  public FullDisk(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
    super(uri, new Files(), hadoop, "full", false);
  }

  /** Returns what knows the file system. */
  static Configuration hadoop() {
    TRIED.set(0);
    Configuration hadoop = new Configuration();
    hadoop.set("fs.AbstractFileSystem.full.impl", FullDisk.class.getName());
    return hadoop;
  }

  static int tried() {
    return TRIED.get();
  }

  @Override
  public FSDataOutputStream createInternal(
      Path file,
      EnumSet<CreateFlag> flags,
      FsPermission permission,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress,
      ChecksumOpt checksum,
      boolean createParent)
      throws IOException {
    TRIED.incrementAndGet();
    throw new IOException("no space left");
  }

  @Override
  public int getUriDefaultPort() {
    return -1;
  }

  @Override
  public boolean isValidName(String name) {
    return true;
  }

  private static final class Files extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("full:///");
    }

    @Override
    public String getScheme() {
      return "full";
    }
  }
}
