package dev.sieve.driver.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;

/**
 * The local file system without checksum files. {@code RawLocalFileSystem} has none either, but
 * Hadoop's other file systems cast the local one to {@link LocalFileSystem}.
 */
public final class PlainLocalFileSystem extends LocalFileSystem {

  @Override
  public void initialize(URI name, Configuration conf) throws IOException {
    super.initialize(name, conf);
    setWriteChecksum(false);
    setVerifyChecksum(false);
  }
}
