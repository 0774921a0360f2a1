package dev.sieve.driver.run;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The machine that this JVM runs on. */
public final class Host {
  private Host() {}

  /** Returns its name; {@code localhost} where it has none. */
  public static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
