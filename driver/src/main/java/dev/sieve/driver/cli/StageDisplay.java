package dev.sieve.driver.cli;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a {@link StageProgress}. */
sealed interface StageDisplay extends AutoCloseable {

  /** Shows how far it is now; {@code end} where nothing more will come. */
  void show(boolean end);

  /** Shows a line of its own. */
  void say(String line);

  @Override
  void close();

  /** One live line: for a terminal. */
  final class Bar implements StageDisplay {
    private final StageProgress progress;
    private final ProgressBar bar;

    Bar(StageProgress progress) {
      this.progress = progress;
      this.bar =
          new ProgressBarBuilder()
              .setTaskName(progress.stages())
              .setInitialMax(progress.trialEpochs())
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setUnit(" trial-epochs", 1)
              .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
              .setSpeedUnit(ChronoUnit.SECONDS)
              .setUpdateIntervalMillis(250)
              .build();
    }

    @Override
    public void show(boolean end) {
      bar.stepTo(progress.trained());
      bar.setExtraMessage(" " + progress.trialsText());
    }

    @Override
    public void say(String line) {
      bar.setExtraMessage(" " + line);
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
        say(progress.trialsText() + progress.speedText());
      }
    }

    @Override
    public void say(String line) {
      out.println(progress.stages() + ": " + line);
      out.flush();
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
