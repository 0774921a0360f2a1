package dev.sieve.data.source;

import dev.sieve.Texts;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails once more than a number of bytes came out of it: a small file that unpacks
 * without end stops early.
 */
public final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long passed;

  /**
   * @param limit most bytes that may come out of {@code in}
   */
  public LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int got = super.read(bytes, from, count);
    passed += Math.max(got, 0);
    if (passed > limit) {
      throw new IOException(Texts.format("it unpacks to more than %d bytes", limit));
    }
    return got;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] rest = new byte[(int) Math.min(count, 1 << 16)];
    return Math.max(read(rest, 0, rest.length), 0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
