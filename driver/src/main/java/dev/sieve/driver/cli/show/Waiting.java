package dev.sieve.driver.cli.show;

import java.io.PrintStream;

/** Says on a terminal what is waited for, in a line that is gone when it is closed. */
public final class Waiting implements AutoCloseable {
  private final PrintStream terminal;
  private final boolean shown;
  private int length;

  Waiting(PrintStream terminal, boolean shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  /** Returns one for where this JVM's output goes; elsewhere than on a terminal it is silent. */
  public static Waiting here() {
    return new Waiting(System.err, Boolean.getBoolean("sieve.terminal"));
  }

  /** Shows {@code what}, in place of what was shown. */
  public synchronized void says(String what) {
    if (shown) {
      close();
      terminal.print(what + " …");
      terminal.flush();
      length = what.length() + 2;
    }
  }

  @Override
  public synchronized void close() {
    if (length > 0) {
      terminal.print("\r" + " ".repeat(length) + "\r");
      terminal.flush();
      length = 0;
    }
  }
}
