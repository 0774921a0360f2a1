package dev.sieve.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Opens files that may be compressed: their content says so, whatever their names. */
public final class Unzipped {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC = 0x1f8b;

  private Unzipped() {}

  /** Returns what {@code in} holds, unpacked where it is gzip. */
  public static InputStream of(InputStream in) throws IOException {
    PushbackInputStream all = new PushbackInputStream(in, 2);
    byte[] head = all.readNBytes(2);
    all.unread(head);
    boolean zipped = head.length == 2 && (((head[0] & 0xFF) << 8) | (head[1] & 0xFF)) == MAGIC;
    return zipped ? new GZIPInputStream(all, BUFFER) : all;
  }
}
