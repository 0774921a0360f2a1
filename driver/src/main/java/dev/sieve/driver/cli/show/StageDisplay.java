package dev.sieve.driver.cli.show;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows a {@link StageProgress}. */
sealed interface StageDisplay extends AutoCloseable {

  /** Shows how far it is now; {@code end} where nothing more will come. */
  void show(boolean end);

  /** Shows a line of its own, to stay. */
  void say(String line);

  @Override
  void close();

  /**
   * One live line: for a terminal. What matters most comes first, since a narrow terminal cuts the
   * end; a bar fills what room is left.
   */
  final class Bar implements StageDisplay {
    private static final int SHORTEST = 8;

    private final StageProgress progress;
    private final LiveLine live;
    private final ProgressBar bar;
    private volatile String line = "";

    Bar(StageProgress progress, PrintStream terminal) {
      this.progress = progress;
      this.live = new LiveLine(terminal);
      this.bar =
          new ProgressBarBuilder()
              .setConsumer(live)
              .setInitialMax(progress.trialEpochs())
              .setRenderer((state, width) -> render(width))
              .setUpdateIntervalMillis(250)
              .build();
      show(false);
    }

    private String render(int width) {
      int room = width - line.length() - 1;
      if (room < SHORTEST) {
        return line.substring(0, Math.min(line.length(), Math.max(0, width)));
      }
      int filled = (int) Math.round(room * progress.share());
      return line + " " + "█".repeat(filled) + "░".repeat(room - filled);
    }

    @Override
    public void show(boolean end) {
      line = progress.stages() + ": " + progress.trialsText() + progress.speedText();
      bar.stepTo(progress.trained());
    }

    @Override
    public void say(String line) {
      live.printAbove(line);
    }

    @Override
    public void close() {
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
    public void show(boolean end) {
      if (end || System.nanoTime() - last > PAUSE) {
        last = System.nanoTime();
        say(progress.stages() + ": " + progress.trialsText() + progress.speedText());
      }
    }

    @Override
    public void say(String line) {
      out.println(line);
      out.flush();
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
