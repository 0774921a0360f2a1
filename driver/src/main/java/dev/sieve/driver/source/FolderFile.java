package dev.sieve.driver.source;

import dev.sieve.data.source.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file of a folder, as Parquet reads it: here and there. */
record FolderFile(DataFolder folder, String file) implements InputFile {

  @Override
  public long getLength() throws IOException {
    return folder.length(file);
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    InputStream in = folder.open(file);
    if (in instanceof FSDataInputStream hadoop) {
      return HadoopStreams.wrap(hadoop);
    }
    try (in) {
      return new Whole(new Bytes(in.readAllBytes()));
    }
  }

  /** Returns a reader for one thread, as what unpacks pages is: no other reader shares it. */
  ParquetFileReader reader() throws IOException {
    return ParquetFileReader.open(this, options());
  }

  /** As {@link #reader()}, for a file whose {@code footer} has been read. */
  ParquetFileReader reader(ParquetMetadata footer) throws IOException {
    return ParquetFileReader.open(this, footer, options(), newStream());
  }

  private static ParquetReadOptions options() {
    return ParquetReadOptions.builder().usePageChecksumVerification(true).build();
  }

  /** Bytes that can be gone back in. */
  private static final class Bytes extends ByteArrayInputStream {
    Bytes(byte[] bytes) {
      super(bytes);
    }

    int place() {
      return pos;
    }

    void go(long to) {
      pos = (int) Math.min(to, count);
    }
  }

  /** The whole of a file that no file system of Hadoop's holds. */
  private static final class Whole extends DelegatingSeekableInputStream {
    private final Bytes bytes;

    Whole(Bytes bytes) {
      super(bytes);
      this.bytes = bytes;
    }

    @Override
    public long getPos() {
      return bytes.place();
    }

    @Override
    public void seek(long to) {
      bytes.go(to);
    }
  }
}
