package dev.sieve.export.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.export.harness.TestRun;
import dev.sieve.export.run.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  @TempDir Path folder;

  @Test
  void wholeRun_hasAllFigures() {
    TestRun.write(folder, 6, 3, 5)
        .withFinal()
        .write("gradcheck.csv", "group,forward,central\nW1,1e-7,1e-10\nb1,2e-7,3e-10\n");
    assertEquals(
        List.of(
            "accuracy-l2",
            "accuracy-eta-max",
            "map-l2-eta-max",
            "history-trials",
            "history-epochs",
            "confusion",
            "probability",
            "templates-final-0-each",
            "templates-final-0-joint",
            "gradient-errors"),
        figures().stream().map(Figure::id).toList());
  }

  @Test
  void fewTrialsWithoutFinal_showTheirCurvesEach() {
    TestRun.write(folder, 2, 0, 5);
    List<String> ids = figures().stream().map(Figure::id).toList();
    assertTrue(ids.containsAll(List.of("loss-coarse-0", "accuracy-coarse-1")), ids.toString());
  }

  @Test
  void slice_marksWinnerAndNarrowedRange_onALogarithmicAxis() {
    TestRun.write(folder, 6, 3, 5);
    Figure slice = figure("accuracy-l2");
    double best =
        slice.data().rows().stream().mapToDouble(row -> (Double) row.get(3)).max().orElseThrow();
    assertEquals(best, ((Map<?, ?>) slice.settings().get("winner")).get("y"));
    assertEquals(0.001, ((Map<?, ?>) slice.settings().get("shaded")).get("low"));
    assertEquals(true, ((Map<?, ?>) slice.settings().get("x")).get("log"));
  }

  @Test
  void repeats_becomeOnePointWithAnInterval() {
    TestRun.write(folder, 3, 0, 2)
        .replace("trials.csv", ",c1,0,", ",c0,1,")
        .replace("trials.csv", ",c2,0,", ",c0,2,");
    List<List<Object>> rows = figure("accuracy-l2").data().rows();
    assertEquals(1, rows.size());
    assertEquals(3, rows.get(0).get(6));
    assertTrue((Double) rows.get(0).get(4) < (Double) rows.get(0).get(3));
  }

  @Test
  void history_countsFailedTrials_andOnlyRises() {
    TestRun.write(folder, 5, 3, 2).withDiverged();
    List<List<Object>> rows = figure("history-epochs").data().rows();
    assertEquals(8, rows.size());
    for (int i = 1; i < rows.size(); i++) {
      assertTrue((Double) rows.get(i).get(5) >= (Double) rows.get(i - 1).get(5));
    }
    assertEquals(5 * 4.0 + 3 * 8.0, rows.get(7).get(3));
  }

  @Test
  void learningRate_hasTheCornersOfItsTriangles() {
    TestRun.write(folder, 1, 0, 6); // measured at 0, 80, … 400; corners at 160 and 320
    Figure rate = figure("learning-rate-coarse-0");
    assertEquals(List.of(320L), rate.settings().get("boundaries"));
    assertEquals(6, rate.data().rows().size());
  }

  private List<Figure> figures() {
    return Figures.of(List.of(RunDirectory.read(folder)));
  }

  private Figure figure(String id) {
    return figures().stream().filter(figure -> figure.id().equals(id)).findFirst().orElseThrow();
  }
}
