package dev.sieve.driver.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** What a process can be sent. */
public enum Signal {
  /** As Ctrl-C does. */
  INT,
  /** What a power cut looks like. */
  KILL,
  /** The process does nothing more, and lets go of nothing. */
  STOP,
  /** It goes on. */
  CONT,
  /** A power failure is near: Spark's executors take it as the wish to be decommissioned. */
  PWR;

  /** Sends it to the process {@code pid}; returns when it is sent. */
  public void send(long pid) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start();
      if (!kill.waitFor(10, TimeUnit.SECONDS)) {
        throw new AssertionError("kill ran for ten seconds");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while sending a signal", e);
    }
  }
}
