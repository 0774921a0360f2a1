package dev.sieve.driver.cli.show;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/** The last line of a terminal, which is written again and again. Other lines go above it. */
final class LiveLine extends ConsoleProgressBarConsumer {
  private final PrintStream out;
  private String shown = "";

  LiveLine(PrintStream out) {
    super(out);
    this.out = out;
  }

  /** Replaces what the line shows. */
  @Override
  public synchronized void accept(String line) {
    shown = line;
    super.accept(line);
  }

  /** Prints {@code line} above this one, for good. */
  synchronized void printAbove(String line) {
    out.print("\r" + " ".repeat(getMaxRenderedLength()) + "\r");
    out.println(line);
    super.accept(shown);
    out.flush();
  }
}
