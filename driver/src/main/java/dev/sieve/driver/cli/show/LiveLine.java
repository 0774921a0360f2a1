package dev.sieve.driver.cli.show;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/** The last line of a terminal, which is written again and again. Other lines go above it. */
final class LiveLine extends ConsoleProgressBarConsumer {
  private final PrintStream out;
  private String shown = "";
  private boolean ended;

  LiveLine(PrintStream out) {
    super(out);
    this.out = out;
  }

  /** Replaces what the line shows. */
  @Override
  public synchronized void accept(String line) {
    if (!ended) {
      shown = line;
      super.accept(line);
    }
  }

  /** Prints {@code line} above this one, for good. */
  synchronized void printAbove(String line) {
    clear();
    out.println(line);
    if (!ended) {
      super.accept(shown);
    }
    out.flush();
  }

  /** Puts {@code line}, which may be longer than the terminal is wide, in place of this one. */
  synchronized void end(String line) {
    clear();
    out.println(line);
    out.flush();
    ended = true;
  }

  @Override
  public void clear() {
    out.print("\r" + " ".repeat(getMaxRenderedLength()) + "\r");
  }

  /** The library would begin another line. */
  @Override
  public void close() {
    out.flush();
  }
}
