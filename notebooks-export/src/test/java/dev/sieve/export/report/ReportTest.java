package dev.sieve.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.export.harness.TestRun;
import dev.sieve.result.TrialTable;
import dev.sieve.run.UnreadableRun;
import dev.sieve.trial.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  @TempDir Path folder;

  @Test
  void wholeRun_leavesPageNotebookAndEachFigureThreeTimes() throws IOException {
    TestRun.write(run(), 6, 3, 5)
        .withFinal()
        .write("gradcheck.csv", "group,relative_forward\nW1,1e-7\n");
    String page = export();
    assertTrue(page.contains("47.50\u00a0%"), "the test accuracy comes first");
    assertTrue(page.length() < 5_000_000);
    draw();
    for (String id :
        List.of(
            "accuracy-l2",
            "map-l2-eta-max",
            "confusion",
            "templates-final-0-each",
            "gradient-errors")) {
      Path figures = run().resolve("report/figures");
      String svg = Files.readString(figures.resolve(id + ".svg"));
      assertFalse(Pattern.compile("NaN|undefined|null").matcher(svg).find(), id);
      assertTrue(ImageIO.read(figures.resolve(id + ".png").toFile()).getWidth() >= 1100, id);
      assertTrue(Files.size(figures.resolve(id + ".csv")) > 20, id);
    }
    assertTrue(Files.exists(run().resolve("report/report.ipynb")));
  }

  @Test
  void pageNeedsNoPictures_andIsTheSameWithThem() throws IOException {
    TestRun.write(run(), 6, 3, 5).withFinal();
    String page = export();
    Path report = run().resolve("report");
    assertFalse(Report.hasPictures(report));
    assertTrue(Files.exists(report.resolve("figures/confusion.csv")));
    draw();
    assertTrue(Report.hasPictures(report));
    assertEquals(page, Files.readString(report.resolve("report.html")));
    assertNothingElse();
  }

  @Test
  void reportsWrittenAtOnce_leaveOneThatIsWhole() throws Exception {
    TestRun.write(run(), 3, 0, 2);
    String page = export();
    List<Callable<Void>> exports =
        Collections.nCopies(
            8,
            () -> {
              for (int again = 0; again < 5; again++) {
                Report.of(List.of(run())).write(run().resolve("report"));
              }
              return null;
            });
    ExecutorService threads = Executors.newFixedThreadPool(exports.size());
    for (Future<Void> ended : threads.invokeAll(exports)) {
      ended.get();
    }
    threads.shutdown();
    assertEquals(page, Files.readString(run().resolve("report/report.html")));
    assertNothingElse();
  }

  @Test
  void whatAKilledExportLeft_isClearedAfterAnHour() throws IOException {
    TestRun.write(run(), 3, 0, 2);
    Path old = Files.createDirectory(run().resolve(".report-1"));
    Files.writeString(old.resolve("report.html"), "half of");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path young = Files.createDirectory(run().resolve(".report-2"));
    export();
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young));
  }

  @Test
  void page_hasHeadingsInOrder_andNoAddressToLoadFrom() throws IOException {
    TestRun.write(run(), 6, 3, 5).withFinal().withDiverged();
    String page = export();
    int before = 0;
    var headings = Pattern.compile("<h([1-6])").matcher(page);
    while (headings.find()) {
      int level = Integer.parseInt(headings.group(1));
      assertTrue(level <= before + 1, "h" + level + " after h" + before);
      before = level;
    }
    assertFalse(Pattern.compile("(src|href)=\"(https?:)?//").matcher(page).find());
    assertTrue(page.contains("loss is 1e9"), "the failure's message");
  }

  @Test
  void runOfAnEarlierVersion_saysWhatIsMissing() throws IOException {
    TestRun.write(run(), 5, 2, 4).withFinal().without("plan.json");
    assertTrue(export().contains("tested has no plan.json: it was made by an earlier version"));
  }

  @Test
  void classNames_reachPageAndNotebook() throws IOException {
    TestRun.write(run(), 5, 2, 4).withFinal();
    assertTrue(export().contains("[\"cat\",\"dog\","), "confusion matrix");
    assertTrue(
        Files.readString(run().resolve("report/report.ipynb")).contains("\\\"owl\\\""), "notebook");
  }

  /** A stage of 1,959 trials or more was beyond a limit of the library that draws pictures. */
  @ParameterizedTest
  @ValueSource(ints = {1000, 2000})
  void largeStages_haveAllTheirPictures(int trials) throws IOException {
    TestRun.write(run(), trials, 0, 1).withDiverged();
    draw();
    for (String id : List.of("accuracy-l2", "map-l2-eta-max", "history-trials")) {
      assertTrue(Files.exists(run().resolve("report/figures/" + id + ".png")), id);
    }
  }

  @Test
  void prunedTrials_areCounted_andHaveNotFailed() throws IOException {
    TestRun.write(run(), 5, 2, 4)
        .withFinal()
        .set(1, TrialTable.STATUS, "PRUNED")
        .set(1, TrialTable.RUNG, 2);
    String page = export();
    assertTrue(page.contains("5, 1 of them pruned"));
    assertTrue(page.contains("No trial failed."));
  }

  @Test
  void whatASearchMaximizes_ranksItsConfigurations_andIsNamed() throws IOException {
    TestRun run =
        TestRun.write(run(), 3, 0, 2)
            .replace("plan.json", "\"data\" :", "\"metric\" : \"macro-f1\", \"data\" :");
    for (int trial = 0; trial < 3; trial++) {
      double score = 0.31 + 0.01 * trial;
      run.set(trial, TrialTable.SCORE, score)
          .set(trial, TrialTable.validation(Metric.MACRO_F1), score);
    }
    String page = export();
    assertTrue(page.contains("Ranked by the mean validation macro-F1 of their repeats."));
    assertTrue(page.contains("The search maximized validation macro-F1, which is 0.33 for it."));
  }

  @Test
  void confusionOfManyClasses_hasTheWholeWidth() throws IOException {
    TestRun.write(run(), 3, 0, 2).withFinal().withClasses(100);
    String page = export();
    assertTrue(page.contains("<figure id=\"figure-confusion\" class=\"wide\">"));
    assertTrue(page.contains("<div class=\"chart fine\" style=\"--aspect: 1460 / 1380\""));
    TestRun.write(run(), 3, 0, 2).withFinal();
    assertTrue(export().contains("<figure id=\"figure-confusion\">"));
  }

  @Test
  void unfinishedRun_saysSo() throws IOException {
    TestRun.write(run(), 5, 0, 4);
    assertTrue(export().contains("tested is unfinished: no trial of fine, final has ended."));
  }

  @Test
  void runOfFailuresAlone_hasNoAnswerButCauses() throws IOException {
    TestRun.write(run(), 3, 0, 0).replace("trials.csv", "COMPLETED,", "DIVERGED,DIVERGED");
    String page = export();
    assertTrue(page.contains("None of 3 trials completed"));
    assertTrue(page.contains("<th scope=\"row\">DIVERGED</th><td class=\"number\">3</td>"));
    assertFalse(page.contains("The best configurations"));
  }

  @Test
  void unknownNumberOfTestImages_leavesNoInterval_andSaysSo() throws IOException {
    TestRun.write(run(), 3, 0, 2).withFinal().without("predictions.csv").without("plan.json");
    String page = export();
    assertTrue(page.contains("There is no interval: this configuration was trained once"));
    assertFalse(page.contains("The 95 % interval ("));
  }

  @Test
  void finalStageOfSeveralRepeats_saysHowManyOfThemEnded() throws IOException {
    TestRun.write(run(), 3, 0, 2)
        .withFinal()
        .replace("plan.json", "\"trials\" : 1,", "\"trials\" : 3,");
    String page = export();
    assertTrue(page.contains("best configuration of fine, trained 3 more times"));
    assertTrue(page.contains("<td class=\"number\">1 of 3</td>"));
  }

  @Test
  void repeats_areAnsweredByTheirMean() throws IOException {
    TestRun.write(run(), 3, 0, 2)
        .replace("trials.csv", ",c1,0,", ",c0,1,")
        .replace("trials.csv", ",c2,0,", ",c0,2,");
    String page = export();
    assertTrue(
        page.contains("mean validation accuracy of the 3 repeats of the best configuration"),
        "mean");
    assertTrue(page.contains(", from 3 repeats"), "interval");
  }

  @Test
  void repeatsMeasuredTogether_areToldBesideTheirMean_bestFirst() throws IOException {
    TestRun.write(run(), 4, 0, 2).withEnsembles();
    String page = export();
    assertTrue(page.contains("<h3>Ensembles of repeats</h3>"));
    int first =
        page.indexOf(
            "<td>48.00\u00a0%</td><td>55.00\u00a0%</td><td>49.00\u00a0%</td><td>54.50\u00a0%</td>");
    int second = page.indexOf("<td>47.00\u00a0%</td><td>51.00\u00a0%</td><td>–</td><td>–</td>");
    assertTrue(0 < first && first < second, first + " and " + second);
    assertSentence(
        "As an ensemble, its 2 repeats reach 51.00 % on validation examples; single networks reach on"
            + " average 47.00 % on validation examples.");
  }

  @Test
  void cyclesOfTheWinner_areToldInTheAnswer() throws IOException {
    TestRun run = TestRun.write(run(), 4, 0, 2).withFinal();
    run.withCycles(4, 4, 0.5, 0.49);
    assertTrue(export().contains("<h3>Ensembles of the ends of cycles</h3>"));
    assertSentence(
        "As an ensemble, the networks at the ends of its 4 cycles reach 50.00 % on validation"
            + " and 49.00 % on test examples; the trained network alone reaches 48.00 % on"
            + " validation and 47.50 % on test examples.");
  }

  @Test
  void whatMirrorImagesGive_isToldBesideTheWinner_andItsEnsemble() throws IOException {
    TestRun run = TestRun.write(run(), 4, 0, 2).withFinal();
    assertFalse(export().contains(", mirror</th>"));
    run.withCycles(4, 4, 0.5, 0.49)
        .set(4, TrialTable.MIRROR.validationAccuracy(), 0.49)
        .set(4, TrialTable.MIRROR.testAccuracy(), 0.485)
        .set(4, TrialTable.ENSEMBLE_MIRROR.validationAccuracy(), 0.51)
        .set(4, TrialTable.ENSEMBLE_MIRROR.testAccuracy(), 0.505);
    assertTrue(export().contains("<th scope=\"col\">Test, mirror</th>"));
    assertTrue(export().contains("<th scope=\"col\">Test, ensemble, mirror</th>"));
    assertSentence(
        "By the mean of the probabilities of each image and its mirror image, it reaches 49.00 % on"
            + " validation and 48.50 % on test examples.");
    assertSentence(
        "As an ensemble, the networks at the ends of its 4 cycles reach 50.00 % on validation"
            + " and 49.00 % on test examples, and 51.00 % on validation and 50.50 % on test examples"
            + " with mirror images; the trained network alone reaches 48.00 % on validation and"
            + " 47.50 % on test examples.");
  }

  @Test
  void manyEnsembles_areLimited_andTheRestIsNamed() throws IOException {
    TestRun run = TestRun.write(run(), 20, 0, 2);
    for (int i = 0; i < 20; i++) {
      run.withCycles(i, 2, 0.5, 0.5);
    }
    assertTrue(export().contains("The best 12 of 20; all stand in trials.csv."));
  }

  @Test
  void oneTrial_andNoCurves_andNoTrials_haveAPage() throws IOException {
    TestRun.write(run(), 1, 0, 1).without("curves.csv");
    assertTrue(export().contains("The run has no learning curves."));
    TestRun.write(run(), 0, 0, 0).without("search.conf").without("plan.json");
    assertTrue(export().contains("No trial has ended yet"));
  }

  @Test
  void textOfARun_isNoMarkup() throws IOException {
    TestRun.write(run(), 2, 0, 2)
        .withDiverged()
        .replace("executions.csv", "loss is 1e9", "</script><b>x");
    String page = export();
    assertFalse(page.contains("</script><b>"));
    assertTrue(page.contains("&lt;/script&gt;&lt;b&gt;x"));
  }

  @Test
  void damagedTable_leavesTheEarlierReportAsItWas() throws IOException {
    TestRun run = TestRun.write(run(), 2, 0, 2);
    String before = export();
    run.replace("curves.csv", "coarse,1", "coarse,x,y");
    assertThrows(UnreadableRun.class, this::export);
    assertEquals(before, Files.readString(run().resolve("report/report.html")));
    assertNothingElse();
  }

  @Test
  void damagedModel_leavesOutItsPictures_andSaysSo() throws IOException {
    TestRun.write(run(), 2, 0, 2).withFinal().write("models/final-0.npz", "no zip");
    String page = export();
    assertTrue(page.contains("Figures of weights could not be drawn: "));
    assertTrue(page.contains("final-0.npz must be an archive of arrays"));
    assertTrue(Files.exists(run().resolve("report/figures/confusion.csv")));
    assertNothingElse();
  }

  @Test
  void folderOfSomethingElse_isRefused() throws IOException {
    TestRun.write(run(), 2, 0, 2);
    Path out = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(out.resolve("thesis.txt"), "precious");
    Report report = Report.of(List.of(run()));
    assertThrows(UnreadableRun.class, () -> report.write(out));
    assertEquals("precious", Files.readString(out.resolve("thesis.txt")));
  }

  @Test
  void severalRuns_areCompared_andToldApart() throws IOException {
    TestRun.write(run(), 4, 2, 3).withFinal();
    Path other = folder.resolve("other");
    TestRun.write(other, 3, 0, 3);
    Path out = folder.resolve("both");
    Report.of(List.of(run(), other)).writeWithPictures(out);
    String page = Files.readString(out.resolve("report.html"));
    assertTrue(page.contains("tested (run)") && page.contains("tested (other)"));
    assertTrue(Files.exists(out.resolve("figures/winners.svg")));
    assertTrue(Files.exists(out.resolve("figures/best-so-far.csv")));
  }

  @Test
  void runsOnDifferentData_areWarnedOf_andNotRanked() throws IOException {
    TestRun.write(run(), 4, 2, 3);
    Path other = folder.resolve("other");
    TestRun.write(other, 3, 0, 3).replace("plan.json", "\"abc\"", "\"xyz\"");
    Report.of(List.of(run(), other)).write(folder.resolve("both"));
    String page = Files.readString(folder.resolve("both/report.html"));
    assertTrue(page.contains("were trained and measured on different data"), "warning");
    assertTrue(page.contains("The runs cannot be ranked"), "verdict");
    assertTrue(
        page.contains(
            "<th scope=\"row\">Fingerprint of the data</th><td data-label=\"tested (run)\">abc</td><td"
                + " data-label=\"tested (other)\">xyz</td>"),
        "differences");
  }

  @Test
  void runsOnTheSameData_areRanked_byHowMuchChanceExplains() throws IOException {
    TestRun.write(run(), 4, 0, 3).set(0, TrialTable.VALIDATION_ACCURACY, 0.6);
    Path other = folder.resolve("other");
    TestRun.write(other, 4, 0, 3).set(0, TrialTable.VALIDATION_ACCURACY, 0.59);
    Report.of(List.of(run(), other)).write(folder.resolve("both"));
    String page = Files.readString(folder.resolve("both/report.html")).replace('\u00a0', ' ');
    assertTrue(
        page.contains(
            "On validation examples, by which they were chosen, tested (run) reaches the highest"
                + " accuracy, 60.00 %:"
                + " 1.00 points more than tested (other), too close to tell apart: the chance"
                + " choice of examples explains up to 3.04 points."),
        page.lines().filter(line -> line.contains("verdict")).toList().toString());
    assertFalse(page.contains("different data"), "warning");
    assertFalse(page.contains("<th scope=\"row\">Seed</th>"), "a setting that does not differ");
  }

  @Test
  void best_saysHowManyAreTooClose() throws IOException {
    TestRun run = TestRun.write(run(), 3, 0, 3);
    run.set(0, TrialTable.VALIDATION_ACCURACY, 0.6);
    run.set(1, TrialTable.VALIDATION_ACCURACY, 0.57); // Wilson's half width is 2.15 points
    run.set(2, TrialTable.VALIDATION_ACCURACY, 0.56);
    String page = export().replace('\u00a0', ' ');
    assertTrue(
        page.contains(
            "One other is too close to tell apart from it: their differences may be chance."),
        page.lines().filter(line -> line.contains("best of")).toList().toString());
  }

  @Test
  void importance_isASentence_andAFigure() throws IOException {
    TestRun.write(run(), 20, 0, 3).withImportance();
    assertTrue(
        export()
            .contains(
                "In coarse, eta-max explains 71 %, l2 12 %, l2 with eta-max 10 % of the differences in"
                    + " validation accuracy; among the best quarter, l2 explains 50 %, eta-max 30 %,"
                    + " l2 with eta-max 10 %."));
    draw();
    assertTrue(Files.exists(run().resolve("report/figures/importance-coarse.png")));
  }

  @Test
  void times_giveHistoryAndTimeline() throws IOException {
    TestRun.write(run(), 5, 0, 3).withTimes();
    export();
    String timeline = Files.readString(run().resolve("report/figures/timeline.csv"));
    assertTrue(timeline.contains("coarse,\"driver on h, 1\",p1,0.0,1.5,1"), timeline);
    assertTrue(timeline.contains("coarse,\"driver on h, 2\",p2,1.0,2.5,1"), timeline);
    String history = Files.readString(run().resolve("report/figures/history-time.csv"));
    assertTrue(history.lines().toList().get(5).startsWith("coarse,coarse 4,5,5.5,"), history);
  }

  @Test
  void timesOfTrials_giveATimelineOfTrials_andAHistoryOfTheirEnds() throws IOException {
    TestRun.write(run(), 5, 0, 3).withTimesOfTrials();
    export();
    String timeline = Files.readString(run().resolve("report/figures/timeline.csv"));
    assertTrue(timeline.contains("coarse,\"driver on h, 3\",p1,0.5,1.0,"), timeline);
    assertTrue(timeline.contains("coarse,\"driver on h, 2\",p0,0.5,2.0,"), timeline);
    String history = Files.readString(run().resolve("report/figures/history-time.csv"));
    assertTrue(history.lines().toList().get(5).startsWith("coarse,coarse 4,5,5.0,"), history);
    draw();
    assertTrue(Files.exists(run().resolve("report/figures/timeline.png")));
  }

  @Test
  void trialsThatWereTakenOver_areToldOf_andNotInTheTimeline() throws IOException {
    TestRun.write(run(), 5, 0, 3).withTimes().replace("executions.csv", ",p1,", ",first:p1,");
    String page = export();
    assertTrue(page.contains("Taken over"), page);
    assertTrue(page.contains("1 trial from first"), page);
    String timeline = Files.readString(run().resolve("report/figures/timeline.csv"));
    assertFalse(timeline.contains("p1"), timeline);
    assertTrue(timeline.contains("coarse,\"driver on h, 1\",p2,0.0,1.5,1"), timeline);
  }

  private Path run() {
    return folder.resolve("run");
  }

  private String export() throws IOException {
    Report.of(List.of(run())).write(run().resolve("report"));
    return Files.readString(run().resolve("report/report.html"));
  }

  private void draw() throws IOException {
    assertEquals(List.of(), Report.of(List.of(run())).writeWithPictures(run().resolve("report")));
  }

  /** The page has {@code sentence}, its percents not to be broken in two. */
  private void assertSentence(String sentence) throws IOException {
    String page = Files.readString(run().resolve("report/report.html"));
    String told = page.lines().filter(line -> line.contains("As an ensemble,")).toList().toString();
    assertTrue(page.contains("<li>" + sentence.replace(" %", "\u00a0%") + "</li>"), told);
  }

  private void assertNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(run())) {
      assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".report")));
    }
  }
}
