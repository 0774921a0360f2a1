package dev.sieve.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sieve.export.harness.Browser;
import dev.sieve.export.harness.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long a large page takes in a real browser. What it finds, it writes to {@code
 * target/page-speed.csv}: bytes, and milliseconds of the processor, which other work on the machine
 * hardly changes.
 */
@Tag("scale")
class PageSpeedTest {
  private static final int BRUSHES = 10;

  /** A range on the first axis of the parallel coordinates, and the table that follows. */
  private static final String BRUSH =
      """
      (async () => {
        const chart = page.charts.find(chart => chart.element.id === 'parallel');
        const axis = chart.instance.getModel().queryComponents({mainType: 'parallelAxis'})[0];
        page.figuresFollow = page.next;
        page.next = () => {};
        chart.instance.dispatchAction({type: 'axisAreaSelect', parallelAxisId: axis.id, intervals: [[-4 + 0.1 * %d, -2]]});
        await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
      })()\
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {20, 2_000, 10_000})
  void page_isMeasured(int trials) throws IOException {
    assumeTrue(Browser.program() != null, "there is no Chromium on the PATH");
    TestRun.write(folder, trials, 0, 10).withDiverged();
    Path page = folder.resolve("report/report.html");
    Report.of(List.of(folder)).write(page.getParent());
    try (Browser browser = Browser.start()) {
      browser.show(page, 1400, "light");
      double load = browser.busy();
      browser.eval("page.charts.forEach(chart => chart.show())");
      double drawn = browser.busy();
      for (int brush = 0; brush < BRUSHES; brush++) {
        browser.eval(BRUSH.formatted(brush));
        drawn += waited(browser);
      }
      double brushed = browser.busy();
      assertEquals(List.of(), browser.errors());
      assertTrue(
          browser
              .eval("page.brushed !== null && page.rows().length < page.trials.length")
              .asBoolean());
      write(
          String.format(
              Locale.ROOT,
              "%d trials,%d bytes,load %.0f ms,each brush %.0f ms%n",
              trials,
              Files.size(page),
              1000 * load,
              1000 * (brushed - drawn) / BRUSHES));
    }
  }

  /** Returns the seconds that figures take to follow, one after the other, when the table has. */
  private static double waited(Browser browser) {
    double before = browser.busy();
    browser.eval("page.next = page.figuresFollow; if (page.queue.length) page.next()");
    browser.await("page.queue.length === 0");
    return browser.busy() - before;
  }

  private static void write(String line) throws IOException {
    Path file = Path.of("target/page-speed.csv");
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
