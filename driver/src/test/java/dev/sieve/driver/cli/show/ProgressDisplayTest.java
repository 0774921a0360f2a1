package dev.sieve.driver.cli.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private final StringWriter out = new StringWriter();
  private final ProgressDisplay lines = new ProgressDisplay.Lines("file", new PrintWriter(out));

  @Test
  void lines_knownTotal_areOneForEachTenth() {
    for (long bytes = 0; bytes <= 30_000_000; bytes += 500_000) {
      lines.at(bytes, 30_000_000);
    }
    assertEquals(11, out.toString().lines().count());
    assertEquals("file: 30 of 30 MB", out.toString().lines().toList().get(10));
  }

  @Test
  void lines_unknownTotal_areOneForEach20Megabytes() {
    for (long bytes = 0; bytes <= 45_000_000; bytes += 500_000) {
      lines.at(bytes, -1);
    }
    assertEquals("file: 0 of ? MB\nfile: 20 of ? MB\nfile: 40 of ? MB\n", out.toString());
  }
}
