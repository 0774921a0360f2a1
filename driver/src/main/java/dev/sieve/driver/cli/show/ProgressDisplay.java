package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import dev.sieve.driver.data.FetchProgress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far a download has come, on the error stream: standard output is for results. */
public sealed interface ProgressDisplay extends FetchProgress, AutoCloseable {

  @Override
  void close();

  /** A bar that moves: for a terminal. */
  final class Bar implements ProgressDisplay {
    private final ProgressBar bar;

    public Bar(String name) {
      bar = new ProgressBarBuilder().setTaskName(name).setUnit(" MB", 1_000_000).build();
    }

    @Override
    public void at(long bytes, long total) {
      bar.maxHint(total);
      bar.stepTo(bytes);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** A line for each tenth, or each 20 MB where the whole is unknown: for a log. */
  final class Lines implements ProgressDisplay {
    private static final long MEGABYTE = 1_000_000;

    private final String name;
    private final PrintWriter out;
    private long last = -1;

    public Lines(String name, PrintWriter out) {
      this.name = name;
      this.out = out;
    }

    @Override
    public void at(long bytes, long total) {
      long step = total > 0 ? 10 * bytes / total : bytes / (20 * MEGABYTE);
      if (step > last) {
        last = step;
        out.print(
            Texts.format(
                "%s: %d of %s MB%n", name, bytes / MEGABYTE, total > 0 ? total / MEGABYTE : "?"));
        out.flush();
      }
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
