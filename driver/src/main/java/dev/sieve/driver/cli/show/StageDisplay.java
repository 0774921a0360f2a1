package dev.sieve.driver.cli.show;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows a {@link StageProgress}. */
sealed interface StageDisplay extends AutoCloseable {

  /** Shows how far it is now. */
  void show();

  /** Shows a line of its own, to stay. */
  void say(String line);

  /** Shows how far it came, to stay. */
  @Override
  void close();

  /** One live line, which is drawn four times a second: for a terminal. */
  final class Bar implements StageDisplay {
    private final StageProgress progress;
    private final LiveLine live;
    private final ProgressBar bar;

    Bar(StageProgress progress, PrintStream terminal) {
      this.progress = progress;
      this.live = new LiveLine(terminal);
      this.bar =
          new ProgressBarBuilder()
              .setConsumer(live)
              .setRenderer((state, width) -> progress.line(width))
              .setUpdateIntervalMillis(250)
              .continuousUpdate()
              .build();
    }

    @Override
    public void show() {}

    @Override
    public void say(String line) {
      live.printAbove(line);
    }

    @Override
    public void close() {
      live.end(progress.text());
      bar.close();
    }
  }

  /** A line now and then: for a log. */
  final class Lines implements StageDisplay {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final StageProgress progress;
    private final PrintWriter out;
    private long last = System.nanoTime();

    Lines(StageProgress progress, PrintWriter out) {
      this.progress = progress;
      this.out = out;
    }

    @Override
    public void show() {
      if (System.nanoTime() - last > PAUSE) {
        last = System.nanoTime();
        say(progress.text());
      }
    }

    @Override
    public void say(String line) {
      out.println(line);
      out.flush();
    }

    @Override
    public void close() {
      say(progress.text());
    }
  }
}
