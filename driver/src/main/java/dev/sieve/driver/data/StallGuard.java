package dev.sieve.driver.data;

import dev.sieve.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Reads a stream that may fall silent, and gives up when it does. */
final class StallGuard implements AutoCloseable {
  private final InputStream in;
  private final Duration limit;
  private final Timer timer = new Timer("download-stall", true);
  private volatile long lastNanos = System.nanoTime();
  private volatile boolean stalled;

  /**
   * @param limit longest silence
   */
  StallGuard(InputStream in, Duration limit) {
    this.in = in;
    this.limit = limit;
    long period = Math.max(1, limit.toMillis() / 4);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            look();
          }
        },
        period,
        period);
  }

  /** Closing the stream is what wakes a reader of {@code java.net.http}; it has no timeout. */
  private void look() {
    if (System.nanoTime() - lastNanos > limit.toNanos()) {
      stalled = true;
      try {
        in.close();
      } catch (IOException e) {
        timer.cancel();
      }
    }
  }

  /** As {@link InputStream#read(byte[])}, but fails after a silence longer than the limit. */
  int read(byte[] bytes) throws IOException {
    lastNanos = System.nanoTime();
    try {
      int got = in.read(bytes);
      lastNanos = System.nanoTime();
      if (!stalled) {
        return got;
      }
    } catch (IOException e) {
      if (!stalled) {
        throw e;
      }
    }
    throw new IOException(Texts.format("no byte came for %d ms", limit.toMillis()));
  }

  @Override
  public void close() throws IOException {
    timer.cancel();
    in.close();
  }
}
