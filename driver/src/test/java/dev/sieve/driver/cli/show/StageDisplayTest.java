package dev.sieve.driver.cli.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageDisplayTest {
  private final StageProgress progress = new StageProgress("coarse", List.of(), 0);

  @Test
  void bar_keepsWhatItWasTold_aboveTheLiveLine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StageDisplay.Bar bar =
        new StageDisplay.Bar(progress, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    bar.say("coarse: coarse-3: DIVERGED");
    bar.show(false);
    bar.say("sieve: journal/x is damaged");
    bar.show(true);
    bar.close();
    List<String> screen = screen(bytes.toString(StandardCharsets.UTF_8));
    assertEquals("coarse: coarse-3: DIVERGED", screen.get(0));
    assertEquals("sieve: journal/x is damaged", screen.get(1));
    assertTrue(screen.get(2).startsWith("coarse: 0 of 0 trials █"), screen::toString);
    assertEquals(3, screen.size(), screen::toString);
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
    lines.show(true);
    lines.say("coarse: coarse-3: DIVERGED");
    assertEquals(
        List.of("coarse: 0 of 0 trials", "coarse: coarse-3: DIVERGED"),
        out.toString().lines().toList());
  }
}
