package dev.sieve.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sieve.export.harness.Browser;
import dev.sieve.export.harness.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: as a reader uses it. */
class BrowserTest {
  private static final int WIDE = 1400;
  private static final int PHONE = 360;

  @TempDir static Path folder;
  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(Browser.program() != null, "there is no Chromium on the PATH");
    TestRun.write(folder.resolve("run"), 20, 10, 6).withEnsembles().withFinal().withDiverged();
    page = folder.resolve("run/report/report.html");
    Report.of(List.of(folder.resolve("run"))).write(page.getParent());
    browser = Browser.start();
  }

  @AfterAll
  static void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void show() {
    browser.show(page, WIDE, "light");
  }

  @AfterEach
  void nothingWentWrong_andNobodyWasAsked() {
    assertEquals(List.of(), browser.errors());
    assertEquals(List.of(), browser.requests());
  }

  @Test
  void allCharts_areDrawn() {
    browser.eval("page.charts.forEach(chart => chart.show())");
    String charts = "[...document.querySelectorAll('.chart:not(#trial-curve)')]";
    int all = browser.eval(charts + ".length").asInt();
    assertTrue(all >= 8, all + " charts");
    assertEquals(
        all,
        browser
            .eval(charts + ".filter(e => e.dataset.drawn && e.querySelector('canvas')).length")
            .asInt());
  }

  @Test
  void chart_isDrawn_whenItComesIntoSight() {
    String last = "[...document.querySelectorAll('.chart[data-figure]')].at(-1)";
    assertFalse(browser.eval(last + ".hasAttribute('data-drawn')").asBoolean());
    browser.eval(last + ".scrollIntoView()");
    browser.await(last + ".hasAttribute('data-drawn')");
  }

  @Test
  void headings_sortTheRows() {
    assertEquals(32, rows());
    String best = first();
    browser.eval(
        "[...document.querySelectorAll('#table thead button')].find(b => b.textContent ==="
            + " 'l2').click()");
    assertEquals(
        "ascending",
        browser
            .eval(
                "[...document.querySelectorAll('#table th')].find(h =>"
                    + " h.textContent.startsWith('l2')).ariaSort")
            .asText());
    assertNotEquals(best, first());
    assertTrue(
        browser.eval("page.rows().every((r, i, all) => !i || all[i - 1].l2 <= r.l2)").asBoolean());
  }

  @Test
  void filter_changesTheRows_andTheCopiedTable() {
    filter("fine validation_accuracy>=0.4");
    int shown = rows();
    assertTrue(shown > 0 && shown <= 10, shown + " rows");
    assertEquals(shown + 2, browser.eval("page.csv().split('\\n').length").asInt());
    filter("no-such-word");
    assertEquals(0, rows());
  }

  @Test
  void range_onAnAxis_selectsInTheTable() {
    settle("#parallel");
    JsonNode axis =
        browser.eval(
            """
            (() => {
              const element = document.getElementById('parallel');
              const at = element.getBoundingClientRect();
              const plane = echarts.getInstanceByDom(element).getModel().getComponent('parallel').coordinateSystem;
              const layout = plane.getAxisLayout('dim0');
              const extent = plane.getAxis('dim0').getExtent();
              return {x: at.x + layout.position[0], y: at.y + layout.position[1], length: Math.abs(extent[1] - extent[0])};
            })()\
            """);
    double x = axis.path("x").asDouble();
    double y = axis.path("y").asDouble();
    double length = axis.path("length").asDouble();
    browser.drag(x, y - 0.95 * length, x, y - 0.5 * length);
    browser.await("page.brushed !== null");
    int kept = rows();
    assertTrue(kept > 0 && kept < 32, kept + " rows");
    browser.drag(x, y - 0.2 * length, x, y - 0.2 * length);
    browser.await("page.brushed === null");
    assertEquals(32, rows());
    browser.drag(x, y - 0.95 * length, x, y - 0.5 * length);
    browser.await("page.brushed !== null");
    browser.eval("document.getElementById('unbrush').click()");
    assertEquals(32, rows());
  }

  @Test
  void click_onATrial_drawsItsCurve() {
    browser.eval("page.charts.forEach(chart => chart.show())");
    browser.eval("document.querySelectorAll('#table tbody tr')[3].click()");
    browser.await("page.curvesShown()[0] === page.rows()[3].label");
    assertTrue(
        browser
            .eval("document.querySelectorAll('#table tbody tr')[3].className === 'chosen'")
            .asBoolean());
  }

  @Test
  void click_onAPoint_choosesItsTrial_andRingsIt() {
    settle("[data-figure=accuracy-l2]");
    JsonNode point =
        browser.eval(
            """
            (() => {
              const element = document.querySelector('[data-figure="accuracy-l2"]');
              const chart = page.charts.find(chart => chart.element === element);
              const series = chart.instance.getOption().series.findIndex(s => s.name === 'coarse');
              const data = chart.instance.getOption().series[series].data[0];
              const at = chart.instance.convertToPixel({seriesIndex: series}, data.value);
              const box = element.getBoundingClientRect();
              return {x: box.x + at[0], y: box.y + at[1], trial: data.trial};
            })()\
            """);
    double x = point.path("x").asDouble();
    double y = point.path("y").asDouble();
    browser.drag(x, y, x, y);
    browser.await("page.chosen.length === 1");
    assertEquals(point.path("trial").asText(), browser.eval("page.chosen[0].label").asText());
    browser.await(
        "echarts.getInstanceByDom(document.querySelector('[data-figure=\"accuracy-l2\"]'))"
            + ".getOption().series.at(-1).data.length === 1");
  }

  @Test
  void chosenTrial_hasACard_withTheCommandThatTrainsIt() {
    assertTrue(browser.eval("document.getElementById('trial').hidden").asBoolean());
    browser.eval("page.choose(page.byLabel['fine 3'], true)");
    assertEquals(
        "fine 3", browser.eval("document.getElementById('trial-name').textContent").asText());
    String command = browser.eval("document.getElementById('trial-command').textContent").asText();
    assertTrue(command.matches("submit/sieve trial '?/.*/run'? fine 3"), command);
    browser.eval("document.getElementById('trial-row').click()");
    browser.eval("document.getElementById('trial-close').click()");
    assertTrue(browser.eval("document.getElementById('trial').hidden").asBoolean());
  }

  @Test
  void allCurves_areDrawn_andChosenOnesStandOut() {
    browser.eval("page.charts.forEach(chart => chart.show())");
    String curves =
        "echarts.getInstanceByDom(document.getElementById('curves')).getOption().series";
    assertEquals(30, browser.eval(curves + ".find(s => s.type === 'lines').data.length").asInt());
    browser.eval("page.choose(page.byLabel['fine 3'], true)");
    browser.await("page.curvesShown()[0] === 'fine 3'");
    assertEquals(
        1,
        browser
            .eval(
                "new Set("
                    + curves
                    + ".find(s => s.type === 'lines').data.map(d => d.lineStyle.opacity)).size")
            .asInt());
  }

  @Test
  void axes_areChosen_amongAllColumns() {
    browser.eval("page.charts.forEach(chart => chart.show())");
    select("across", "eta_max");
    select("up", "l2");
    String option = "echarts.getInstanceByDom(document.getElementById('explore')).getOption()";
    assertTrue(browser.eval(option + ".xAxis[0].name").asText().startsWith("eta-max"));
    assertTrue(browser.eval(option + ".visualMap.length === 1").asBoolean(), "accuracy as colour");
    select("up", "train_accuracy");
    assertEquals("train accuracy (%)", browser.eval(option + ".yAxis[0].name").asText());
  }

  @Test
  void pairs_areATriangle() {
    browser.eval("page.charts.forEach(chart => chart.show())");
    String pairs = "echarts.getInstanceByDom(document.getElementById('pairs')).getOption()";
    int varied = browser.eval("page.data.varied.length").asInt();
    assertTrue(varied > 1, varied + " hyperparameters");
    assertEquals(varied * (varied + 1) / 2, browser.eval(pairs + ".grid.length").asInt());
    assertEquals(30, browser.eval(pairs + ".series[0].data.length").asInt());
  }

  @Test
  void contours_lieBelowThePoints_ofTwoHyperparameters() {
    browser.eval("page.charts.forEach(chart => chart.show())");
    assertTrue(browser.eval("document.getElementById('contoured').hidden").asBoolean());
    select("across", "eta_max");
    select("up", "l2");
    assertFalse(browser.eval("document.getElementById('contoured').hidden").asBoolean());
    String contours =
        "echarts.getInstanceByDom(document.getElementById('explore')).getOption().series.filter(s =>"
            + " s.type === 'custom' && s.clip).length";
    int before = browser.eval(contours).asInt();
    browser.eval("document.getElementById('contour').click()");
    assertEquals(before + 1, browser.eval(contours).asInt());
    assertTrue(browser.eval("location.hash.includes('contour=on')").asBoolean());
    browser.eval("history.replaceState(null, '', '#')");
  }

  @Test
  void pageThatFollows_loadsItselfAgain() throws IOException {
    Path run = folder.resolve("running");
    Path out = run.resolve("report");
    TestRun.write(run, 3, 0, 2);
    Watch watch = new Watch(List.of(run), out);
    watch.step();
    browser.show(out.resolve("report.html"), WIDE, "light");
    assertEquals(3, rows());
    TestRun.write(run, 4, 0, 2);
    Files.setLastModifiedTime(run.resolve("trials.csv"), FileTime.fromMillis(1000));
    watch.step();
    browser.eval("page.follow(200)");
    browser.awaitOverLoads("page.trials.length === 4");
  }

  @Test
  void address_holdsFilterAndSelection() {
    filter("fine");
    browser.eval("page.choose(page.byLabel['fine 3'], true)");
    browser.await(
        "location.hash.includes('filter=fine') && location.hash.includes('trial=fine+3')");
    browser.eval("page.chosen = []; location.hash = '#view?filter=coarse&trial=coarse+2'");
    browser.await("page.chosen.length === 1 && page.chosen[0].label === 'coarse 2'");
    assertEquals("coarse", browser.eval("document.getElementById('filter').value").asText());
    browser.eval("history.replaceState(null, '', '#')");
  }

  @Test
  void address_thatIsEntered_isKept_whileAFilterWaits() {
    browser.eval(
        "(() => { location.hash = '#view?filter=coarse&trial=coarse+2'; page.changed('filtered'); })()");
    browser.await("page.chosen.length === 1 && page.chosen[0].label === 'coarse 2'");
    assertEquals("#view?filter=coarse&trial=coarse+2", browser.eval("location.hash").asText());
    browser.eval("history.replaceState(null, '', '#')");
  }

  @Test
  void figures_areSaved_asPictures() {
    for (String type : List.of("SVG", "PNG")) {
      browser.eval(
          "page.save = async (blob, name) => { page.saved = [name, blob.type, blob.size]; }");
      browser.eval(
          "[...document.querySelectorAll('[data-save=\"map-l2-eta-max\"] button')].find(b =>"
              + " b.textContent === '%s').click()".formatted(type));
      browser.await(
          "page.saved && page.saved[0] === 'map-l2-eta-max.%s'"
              .formatted(type.toLowerCase(Locale.ROOT)));
      assertTrue(browser.eval("page.saved[2] > 5000").asBoolean(), type);
    }
  }

  @Test
  void print_hasTheTable_andAllCharts() {
    browser.eval("window.dispatchEvent(new Event('beforeprint'))");
    assertTrue(
        browser
            .eval("page.charts.every(c => c.element.id === 'trial-curve' || c.seen)")
            .asBoolean());
    browser.media("print");
    assertEquals(
        "table",
        browser.eval("getComputedStyle(document.getElementById('table')).display").asText());
    browser.media("");
  }

  private static void select(String box, String value) {
    browser.eval(
        "(() => { const box = document.getElementById('%s'); box.value = '%s'; box.dispatchEvent(new Event('change')); })()"
            .formatted(box, value));
  }

  @Test
  void filter_leavesOthersPale_inTheFigures() {
    browser.eval("page.charts.forEach(chart => chart.show())");
    filter("fine");
    browser.await("page.kept !== null");
    String pale =
        "echarts.getInstanceByDom(document.querySelector('[data-figure=\"accuracy-l2\"]')).getOption().series.filter(s"
            + " => s.name === '%s').every(s => s.data.every(d => d.itemStyle?.opacity < 0.5))";
    browser.await(pale.formatted("coarse"));
    assertFalse(browser.eval(pale.formatted("fine")).asBoolean());
  }

  @Test
  void scheme_followsTheSystem_andTheButton() {
    String light = ground();
    browser.show(page, WIDE, "dark");
    String dark = ground();
    assertNotEquals(light, dark);
    browser.eval("document.getElementById('scheme').click()");
    assertEquals(light, ground());
  }

  @Test
  void text_hasContrast_inBothSchemes() {
    for (String scheme : List.of("light", "dark")) {
      browser.show(page, WIDE, scheme);
      assertEquals("[]", browser.eval(CONTRAST).toString(), scheme);
    }
  }

  @Test
  void noWidth_scrollsSideways() {
    for (int width : List.of(PHONE, 768, WIDE)) {
      browser.show(page, width, "light");
      browser.eval("page.charts.forEach(chart => chart.show())");
      assertEquals(width, browser.eval("innerWidth").asInt());
      assertTrue(
          browser
              .eval("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
              .asBoolean(),
          width + " pixels");
    }
  }

  @Test
  void controls_haveNames_andAreReachedByKeyboard() {
    assertEquals(
        "[]",
        browser
            .eval(
                "[...document.querySelectorAll('button, input, select, a')].filter(e => e.tabIndex"
                    + " < 0 || !(e.textContent.trim() || e.labels?.length || e.ariaLabel)).map(e =>"
                    + " e.outerHTML)")
            .toString());
  }

  /** Texts whose colour is less than 4.5 times as far from their ground as WCAG 2.1 wants. */
  private static final String CONTRAST =
      """
      (() => {
        const parse = colour => colour.match(/[0-9.]+/g).map(Number);
        const light = colour => {
          const [r, g, b] = parse(colour).slice(0, 3).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = element => {
          for (let e = element; e; e = e.parentElement) {
            const colour = getComputedStyle(e).backgroundColor;
            if (parse(colour)[3] !== 0) return colour;
          }
          return 'rgb(255, 255, 255)';
        };
        return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
          .filter(e => e.getClientRects().length && !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(e.tagName))
          .map(e => {
            const a = light(getComputedStyle(e).color), b = light(ground(e));
            return [e.tagName + ' ' + e.textContent.trim().slice(0, 30), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
          }).filter(pair => pair[1] < 4.5);
      })()\
      """;

  /** Draws all charts, scrolls to one, and waits until none changes its place any more. */
  private static void settle(String chart) {
    browser.eval(
        """
        (async () => {
          page.charts.forEach(chart => chart.show());
          const element = document.querySelector('%s');
          const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
          let before, now = '';
          do {
            before = now;
            element.scrollIntoView({block: 'center'});
            await frame();
            await frame();
            now = JSON.stringify([document.documentElement.scrollHeight, element.getBoundingClientRect()]);
          } while (before !== now || page.queue.length);
        })()\
        """
            .formatted(chart));
  }

  private static int rows() {
    return browser.eval("document.querySelectorAll('#table tbody tr').length").asInt();
  }

  private static String first() {
    return browser.eval("document.querySelector('#table tbody tr').textContent").asText();
  }

  private static String ground() {
    return browser.eval("getComputedStyle(document.body).backgroundColor").asText();
  }

  private static void filter(String text) {
    browser.eval(
        "(() => { const box = document.getElementById('filter'); box.value = '%s'; box.dispatchEvent(new Event('input')); })()"
            .formatted(text));
  }
}
