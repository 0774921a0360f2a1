package dev.sieve.driver.cli.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.trial.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageDisplayTest {
  private final StageProgress progress =
      new StageProgress(List.of("coarse"), PlannedWork.UNKNOWN, Metric.ACCURACY, 0, () -> 0);

  @Test
  void bar_keepsWhatItWasTold_andItsEnd() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StageDisplay.Bar bar =
        new StageDisplay.Bar(progress, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    bar.say("coarse 3: DIVERGED");
    bar.say("sieve: journal/x is damaged");
    bar.close();
    assertEquals(
        List.of("coarse 3: DIVERGED", "sieve: journal/x is damaged", "coarse: 0 of 0 trials, 0 s"),
        screen(bytes.toString(StandardCharsets.UTF_8)));
  }

  /** Returns the lines that a terminal shows, each as it was last written over. */
  private static List<String> screen(String output) {
    return Arrays.stream(output.split("\n"))
        .map(line -> Arrays.stream(line.split("\r")).reduce("", StageDisplayTest::over).strip())
        .toList();
  }

  private static String over(String old, String now) {
    return now + old.substring(Math.min(old.length(), now.length()));
  }

  @Test
  void lines_areOfTheStages() {
    StringWriter out = new StringWriter();
    StageDisplay.Lines lines = new StageDisplay.Lines(progress, new PrintWriter(out));
    lines.say("coarse 3: DIVERGED");
    lines.close();
    assertEquals(
        List.of("coarse 3: DIVERGED", "coarse: 0 of 0 trials, 0 s"),
        out.toString().lines().toList());
  }

  @Test
  void waiting_isGoneWhenItEnds() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Waiting waiting =
        new Waiting(new PrintStream(bytes, true, StandardCharsets.UTF_8), true)) {
      waiting.says("Reading the data");
      assertTrue(bytes.toString(StandardCharsets.UTF_8).endsWith("Reading the data …"));
    }
    assertEquals(List.of(""), screen(bytes.toString(StandardCharsets.UTF_8)));
  }
}
