package dev.sieve.export.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.export.draw.ChartEngine;
import dev.sieve.export.harness.TestRun;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunReader;
import dev.sieve.export.run.RunTrial;
import dev.sieve.result.TrialTable;
import dev.sieve.trial.Metric;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  @TempDir Path folder;

  @Test
  void wholeRun_hasAllFigures() {
    TestRun.write(folder, 6, 3, 5)
        .withFinal()
        .write(
            "gradcheck.csv",
            """
            group,relative_forward,relative_central,kink
            W1,1e-7,1e-10,0
            W1,3e-7,0,0
            W1,0.9,0.9,1
            b1,2e-7,3e-10,0
            """);
    assertEquals(
        List.of(
            "accuracy-l2",
            "accuracy-eta-max",
            "map-l2-eta-max",
            "history-trials",
            "history-epochs",
            "distribution",
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
    assertEquals(9, rows.size());
    assertEquals("diverged", rows.get(8).get(6));
    assertNull(rows.get(8).get(4));
    for (int i = 1; i < rows.size(); i++) {
      assertTrue((Double) rows.get(i).get(5) >= (Double) rows.get(i - 1).get(5));
    }
    assertEquals(5 * 4.0 + 3 * 8.0, rows.get(7).get(3));
  }

  /** Less is better of a loss, and it is no share. */
  @Test
  void aSearchByLoss_isShownByLoss() {
    TestRun run =
        TestRun.write(folder, 5, 0, 2)
            .replace("plan.json", "\"data\" :", "\"metric\" : \"loss\", \"data\" :");
    List<Double> losses = List.of(1.5, 1.75, 1.25, 2.0, 1.0);
    for (int i = 0; i < losses.size(); i++) {
      run.set(i, TrialTable.validation(Metric.LOSS), losses.get(i));
    }
    Figure history = figure("history-trials");
    assertEquals("Best loss so far, by trial", history.title());
    assertEquals(
        List.of(1.5, 1.5, 1.25, 1.25, 1.0),
        history.data().rows().stream().map(row -> row.get(5)).toList());
    Map<?, ?> y = (Map<?, ?>) figure("validation-loss-l2").settings().get("y");
    assertEquals("Validation loss", y.get("title"));
    assertEquals(false, y.get("share"));
    assertEquals(List.of("coarse", 1.0, 0.2), figure("distribution").data().rows().get(0));
  }

  /** More cells than ECharts draws at a time, unless it is told to. */
  @Test
  void confusionOfManyClasses_hasAllCells_withoutNumbers() {
    int classes = 30;
    TestRun.write(folder, 2, 0, 2).withFinal().withClasses(classes);
    Figure confusion = figure("confusion");
    assertEquals(true, confusion.settings().get("unlabelled"));
    try (ChartEngine charts = new ChartEngine()) {
      int drawn = charts.svg(confusion).split("<path", -1).length;
      assertTrue(drawn > classes * classes, drawn + " shapes");
    }
  }

  @Test
  void prunedTrials_areNoFailures_butCostTheirEpochs() {
    TestRun.write(folder, 5, 3, 2).set(1, TrialTable.STATUS, "PRUNED").set(1, TrialTable.RUNG, 2);
    Figure history = figure("history-epochs");
    assertEquals(7, history.data().rows().size());
    assertEquals(4 * 4.0 + 2 + 3 * 8, history.data().rows().get(6).get(3));
    assertFalse(history.caption().contains("Crosses"), history.caption());
    assertFalse(figure("accuracy-l2").caption().contains("Crosses"));
  }

  @Test
  void learningRate_hasTheCornersOfItsTriangles() {
    TestRun.write(folder, 1, 0, 6); // measured at 0, 80, … 400; corners at 160 and 320
    Figure rate = figure("learning-rate-coarse-0");
    assertEquals(List.of(320L), rate.settings().get("boundaries"));
    assertEquals(List.of(0L, 160L, 320L, 400L), steps(rate));
    assertEquals(etaMax(), rate(160), 1e-15);
    assertEquals(1e-5, rate(320), 1e-15);
  }

  @Test
  void learningRate_fallsWhereItsStepsAre() {
    TestRun run = TestRun.write(folder, 1, 0, 6); // 80 updates an epoch
    run.write(
        "trials.csv",
        run.text("trials.csv")
            .replaceAll("triangular,1.0E-5,([^,]*),160,,", "step-decay,0.0,$1,,0.1,2"));
    assertEquals(
        List.of(0L, 159L, 160L, 319L, 320L, 400L), steps(figure("learning-rate-coarse-0")));
    assertEquals(etaMax(), rate(159), 1e-15);
    assertEquals(0.1 * etaMax(), rate(160), 1e-15);
  }

  @Test
  void learningRate_thatDecaysWithEachUpdate_isACurve() {
    TestRun run = TestRun.write(folder, 1, 0, 6);
    run.write(
        "trials.csv",
        run.text("trials.csv")
            .replaceAll("triangular,1.0E-5,([^,]*),160,,", "exponential-decay,0.0,$1,,0.9,"));
    assertEquals(201, steps(figure("learning-rate-coarse-0")).size());
    assertEquals(0.81 * etaMax(), rate(160), 1e-12);
  }

  private static List<Object> steps(Figure figure) {
    return figure.data().rows().stream().map(row -> row.get(1)).toList();
  }

  @Test
  void learningRate_ofAnUnknownSchedule_isDrawnAsMeasured() {
    TestRun.write(folder, 1, 0, 6).replace("trials.csv", ",triangular,", ",cosine,");
    assertEquals(6, figure("learning-rate-coarse-0").data().rows().size());
  }

  @Test
  void impossibleSchedule_leavesOutTheCurves_andSaysSo() {
    TestRun.write(folder, 3, 0, 6).replace("trials.csv", ",1.0E-5,", ",-1,");
    FigureSet set = Figures.of(List.of(RunReader.read(folder)));
    assertTrue(
        set.undrawn().toString().contains("eta-min must be finite and >= 0"),
        set.undrawn().toString());
    assertTrue(set.figures().stream().anyMatch(f -> f.id().equals("accuracy-l2")));
  }

  private double etaMax() {
    return RunReader.read(folder).trials().get(0).row().number("eta_max");
  }

  private double rate(long step) {
    return figure("learning-rate-coarse-0").data().rows().stream()
        .filter(row -> row.get(1).equals(step))
        .mapToDouble(row -> (Double) row.get(2))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void gridOfTwoAxes_isATableOfAllConfigurations() {
    TestRun run = TestRun.write(folder, 6, 0, 2);
    run.replace("plan.json", "\"random\"", "\"grid\"");
    double[] l2 = {0.1, 0.1, 1, 1, 2, 2};
    double[] eta = {0.1, 0.001, 0.1, 0.001, 0.1, 0.001};
    List<RunTrial> trials = RunReader.read(folder).trials();
    for (int i = 0; i < 6; i++) {
      run.replace("trials.csv", trials.get(i).row().text("l2"), String.valueOf(l2[i]));
      run.replace("trials.csv", trials.get(i).row().text("eta_max"), String.valueOf(eta[i]));
    }
    Figure grid = figure("grid-coarse");
    assertEquals(6, grid.data().rows().size());
    assertEquals(List.of("eta-max 0.001", "l2 0.1"), grid.data().rows().get(0).subList(0, 2));
    assertEquals(List.of("eta-max 0.1", "l2 2"), grid.data().rows().get(5).subList(0, 2));
  }

  /** Of a loss, the least is the darkest; what has no result has no cell. */
  @Test
  void gridOfASearchByLoss_isATableOfLosses() {
    TestRun run =
        TestRun.write(folder, 4, 0, 2)
            .replace("plan.json", "\"random\"", "\"grid\"")
            .replace("plan.json", "\"data\" :", "\"metric\" : \"loss\", \"data\" :");
    for (int i = 0; i < 4; i++) {
      run.set(i, "l2", i / 2).set(i, "eta_max", i % 2 == 0 ? 0.1 : 0.001);
      if (i > 0) {
        run.set(i, TrialTable.validation(Metric.LOSS), 0.5 + i);
      }
    }
    Figure grid = figure("grid-coarse");
    assertEquals("Validation loss over the grid of stage coarse", grid.title());
    assertEquals(
        List.of(1.5, 3.5, 2.5), grid.data().rows().stream().map(row -> row.get(2)).toList());
    assertEquals(true, grid.settings().get("less"));
    try (ChartEngine charts = new ChartEngine()) {
      assertTrue(charts.svg(grid).contains(">3.5<"));
    }
  }

  @Test
  void comparisonOfSearchesByLoss_isByLoss_andOfDifferentOnes_byAccuracy() {
    for (String name : List.of("a", "b")) {
      TestRun run =
          TestRun.write(folder.resolve(name), 3, 0, 2)
              .replace("plan.json", "\"data\" :", "\"metric\" : \"loss\", \"data\" :");
      for (int i = 0; i < 3; i++) {
        run.set(i, TrialTable.validation(Metric.LOSS), i == 1 ? 0.25 : 0.75);
      }
    }
    TestRun.write(folder.resolve("c"), 3, 0, 2);
    Map<String, Figure> alike = compared("a", "b");
    assertEquals("Best loss so far, by trial-epochs", alike.get("best-so-far").title());
    assertEquals(
        List.of(0.75, 0.25, 0.25, 0.75, 0.25, 0.25),
        alike.get("best-so-far").data().rows().stream().map(row -> row.get(2)).toList());
    assertEquals("Validation loss against l2", alike.get("runs-l2").title());
    assertEquals(
        "Best accuracy so far, by trial-epochs", compared("a", "c").get("best-so-far").title());
  }

  private Map<String, Figure> compared(String... names) {
    List<Run> runs =
        Stream.of(names).map(name -> RunReader.read(folder.resolve(name)).named(name)).toList();
    return Figures.of(runs).figures().stream()
        .collect(Collectors.toMap(Figure::id, Function.identity()));
  }

  @Test
  void zeroBesideARangeOfPowers_keepsTheAxisLogarithmic() {
    TestRun.write(folder, 3, 0, 2).replace("plan.json", "\"log-uniform\"", "\"choice\"");
    List<RunTrial> trials = RunReader.read(folder).trials();
    for (int i = 0; i < 3; i++) {
      new TestRun(folder)
          .replace(
              "trials.csv", trials.get(i).row().text("l2"), List.of("0.0", "0.1", "1.0").get(i));
    }
    assertEquals(true, ((Map<?, ?>) figure("accuracy-l2").settings().get("x")).get("log"));
  }

  @Test
  void gradientErrors_ofEachUnit_areALineOfAMatrix() {
    TestRun.write(folder, 2, 0, 2)
        .write(
            "gradcheck.csv",
            """
            group,row,column,relative_forward,kink
            W1,5,1,1e-7,0
            W1,9,0,3e-7,0
            W1,7,1,2e-7,0
            b1,4,0,4e-7,0
            """);
    assertEquals(
        List.of("W1, unit 0", "W1, unit 1", "W1, unit 1", "b1"),
        figure("gradient-relative-forward").data().rows().stream().map(row -> row.get(0)).toList());
  }

  /** All weights of one class on CIFAR-10: a picture holds no cell for each. */
  @Test
  void gradientErrors_ofManyWeights_shareCells_whichShowTheLargest() {
    StringBuilder csv = new StringBuilder("group,row,column,relative_forward,kink\n");
    for (int i = 0; i < 3072; i++) {
      csv.append("W1,").append(i).append(",0,").append(i == 30 ? "1e-5" : "1e-7").append(",0\n");
    }
    TestRun.write(folder, 2, 0, 2).write("gradcheck.csv", csv.toString());
    List<List<Object>> cells = figure("gradient-relative-forward").data().rows();
    assertEquals(128, cells.size());
    assertEquals(List.of("W1, unit 0", 25, 30L, 0L, 1e-5), cells.get(1));
  }

  @Test
  void gradientErrors_areLargestAndMean_withoutKinks() {
    TestRun.write(folder, 2, 0, 2)
        .write(
            "gradcheck.csv",
            """
            group,relative_forward,relative_central,kink
            W1,1e-7,1e-10,0
            W1,3e-7,0,0
            W1,0.9,0.9,1
            """);
    List<List<Object>> rows = figure("gradient-errors").data().rows();
    assertEquals(4, rows.size());
    assertEquals(3e-7, rows.get(0).get(2));
    assertEquals(2e-7, (Double) rows.get(1).get(2), 1e-20);
  }

  @Test
  void failedTrials_areShown_inSlicesMapAndHistory() {
    TestRun.write(folder, 5, 3, 2).withDiverged();
    for (String id :
        List.of("accuracy-l2", "accuracy-eta-max", "map-l2-eta-max", "history-trials")) {
      Figure figure = figure(id);
      int status = figure.data().columns().indexOf("status");
      assertEquals(
          1,
          figure.data().rows().stream().filter(row -> row.get(status).equals("diverged")).count(),
          id);
      assertTrue(figure.caption().contains("without a result: 1 diverged."), figure.caption());
    }
  }

  @Test
  void wordsAsValues_haveNoNumberLine() {
    TestRun.write(folder, 6, 0, 2)
        .replace("trials.csv", ",c1,0,,COMPLETED,,50,", ",c1,0,,COMPLETED,,40-20,");
    Hyperparameter hidden =
        Hyperparameter.varied(RunReader.read(folder)).stream()
            .filter(axis -> axis.name().equals("hidden"))
            .findFirst()
            .orElseThrow();
    assertFalse(hidden.logarithmic(RunReader.read(folder)));
    assertTrue(figures().size() >= 4);
  }

  @Test
  void axes_reachOverAllThatWasSearched() {
    TestRun.write(folder, 5, 3, 2);
    assertEquals(
        List.of(0.01, 0.5),
        ((Map<?, ?>) figure("accuracy-eta-max").settings().get("x")).get("reach"));
  }

  @Test
  void rate_isCalledAsTheConfCallsIt() {
    TestRun.write(folder, 5, 0, 2);
    assertEquals("Validation accuracy against eta-max", figure("accuracy-eta-max").title());
    new TestRun(folder)
        .replace("plan.json", "schedule.eta-max", "schedule.eta")
        .replace("trials.csv", ",triangular,1.0E-5,", ",constant,,");
    assertEquals("Validation accuracy against eta", figure("accuracy-eta-max").title());
  }

  @Test
  void runOfAnEarlierVersion_isDrawnFromItsTables() {
    TestRun.write(folder, 6, 3, 5).withFinal().without("plan.json");
    assertTrue(figures().size() >= 8);
    assertEquals(true, ((Map<?, ?>) figure("accuracy-l2").settings().get("x")).get("log"));
  }

  private List<Figure> figures() {
    return Figures.of(List.of(RunReader.read(folder))).figures();
  }

  private Figure figure(String id) {
    return figures().stream().filter(figure -> figure.id().equals(id)).findFirst().orElseThrow();
  }
}
