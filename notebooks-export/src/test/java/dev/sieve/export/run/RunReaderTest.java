package dev.sieve.export.run;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.export.harness.TestRun;
import dev.sieve.result.TrialTable;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.run.UnreadableRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunReaderTest {
  @TempDir Path folder;

  @Test
  void read_findsStagesTrialsAndWhatWasNarrowed() {
    TestRun.write(folder, 6, 3, 4).withFinal();
    Run run = RunReader.read(folder);
    assertEquals(
        List.of("coarse", "fine", "final"), run.stages().stream().map(Stage::name).toList());
    assertEquals(10, run.trials().size());
    assertEquals(new Range(1e-5, 1e-1), run.plan().reach("l2").orElseThrow());
    assertEquals(new Range(0.001, 0.02), run.plan().narrowed("l2").orElseThrow());
    assertEquals(new Range(0.1, 0.4), run.plan().narrowed("eta_max").orElseThrow());
    assertEquals(List.of("cat", "dog", "owl"), run.classNames(3));
    assertEquals("final 0", run.winner().orElseThrow().first().label());
    assertEquals(4, run.curves().of(run.trials().get(0)).size());
    assertEquals(40, run.predictions().orElseThrow().images().size());
    assertEquals(3072, run.models().get(0).firstLayer().weights().length(0));
  }

  @Test
  void best_isTheFirstOfEquals_andNeverTheFinalOne() {
    TestRun run = TestRun.write(folder, 4, 0, 2).withFinal();
    run.replace("trials.csv", "0.48,", "0.99,");
    assertTrue(!RunReader.read(folder).best().orElseThrow().stage().equals("final"));
  }

  @Test
  void runWithoutPlan_isReadFromItsTables() {
    TestRun.write(folder, 4, 3, 2).withFinal().without("plan.json");
    Run run = RunReader.read(folder);
    assertEquals(
        List.of("coarse", "fine", "final"), run.stages().stream().map(Stage::name).toList());
    assertEquals("tested", run.name());
    assertEquals("fine", run.best().orElseThrow().stage());
    assertEquals(List.of("class 0", "class 1"), run.classNames(2));
  }

  /** Tables keep the name that images gave it. */
  @Test
  void normalizationOfATable_isCalledByFeatures() {
    TestRun run = TestRun.write(folder, 2, 0, 2).set(0, TrialTable.NORMALIZATION, "per-pixel");
    run.set(1, TrialTable.NORMALIZATION, "global");
    assertEquals("per-pixel", normalization(0));
    run.ofTable();
    assertEquals("per-feature", normalization(0));
    assertEquals("global", normalization(1));
  }

  private String normalization(int trial) {
    return RunReader.read(folder).trials().get(trial).row().text(TrialTable.NORMALIZATION);
  }

  @Test
  void appendedColumns_doNoHarm() {
    TestRun run = TestRun.write(folder, 2, 0, 2);
    String[] lines = run.text("trials.csv").split("\n", -1);
    run.write("trials.csv", lines[0] + ",new\n" + lines[1] + ",1\n" + lines[2] + ",2\n");
    assertEquals("2", RunReader.read(folder).trials().get(1).row().text("new"));
  }

  @Test
  void ensembles_ofRepeats_areThoseOfTheirTable() {
    TestRun.write(folder, 4, 0, 2).withEnsembles();
    Run run = RunReader.read(folder);
    EnsembleResult best = run.ensemble(run.configurations().get(1)).orElseThrow();
    assertEquals("coarse 2", best.first().label());
    assertEquals(EnsembleResult.Members.REPEATS, best.members());
    assertEquals(2, best.networks());
    assertEquals(new EnsembleResult.Accuracies(0.48, 0.55, Double.NaN), best.validation());
    assertEquals(new EnsembleResult.Accuracies(0.49, 0.545, Double.NaN), best.test());
    assertFalse(run.ensembles().get(0).test().measured());
  }

  @Test
  void ensembles_ofCycles_areMeansOverTheTrainings() {
    TestRun run = TestRun.write(folder, 4, 0, 2).withEnsembles().without("ensembles.csv");
    assertEquals(List.of(), RunReader.read(folder).ensembles());
    run.withCycles(0, 4, 0.50, 0.5).withCycles(1, 3, 0.54, 0.5);
    run.withCycles(2, 1, 0.99, 0.5); // of one network: none
    List<EnsembleResult> ensembles = RunReader.read(folder).ensembles();
    assertEquals(1, ensembles.size());
    assertEquals(EnsembleResult.Members.CYCLES, ensembles.get(0).members());
    assertEquals(4, ensembles.get(0).networks());
    assertEquals(0.52, ensembles.get(0).validation().together(), 1e-12);
  }

  @Test
  void ensembleOfAnUnknownTrial_isNamedWithItsLine() {
    TestRun.write(folder, 4, 0, 2).withEnsembles().replace("ensembles.csv", "coarse,2", "coarse,9");
    assertMessage("ensembles.csv:3: trial must be one of stage coarse in trials.csv, but was '9'");
  }

  @Test
  void cutTableOfEnsembles_isRefused() {
    TestRun run = TestRun.write(folder, 4, 0, 2).withEnsembles();
    String table = run.text("ensembles.csv");
    run.write("ensembles.csv", table.substring(0, table.length() - 20));
    assertMessage("ensembles.csv is damaged: Record 3 has");
    run.write("ensembles.csv", table.replace(",networks,", ",members,"));
    assertMessage("ensembles.csv must have the columns stage, trial, networks,");
  }

  @Test
  void otherFolder_isRefused() {
    assertMessage("holds no trials.csv");
  }

  @Test
  void missingColumn_isNamed() {
    TestRun.write(folder, 2, 0, 2).replace("trials.csv", "validation_accuracy", "accuracy");
    assertMessage("has no validation_accuracy: damaged, or of another version of Sieve");
  }

  @Test
  void damagedNumber_isNamedWithItsLine() {
    TestRun run = TestRun.write(folder, 2, 0, 2);
    run.write("trials.csv", run.text("trials.csv").replaceAll("0\\.4\\d+(,+\n)$", "0.4x$1"));
    assertMessage("trials.csv:3: validation_accuracy must be a number, but was '0.4x'");
  }

  @Test
  void cutTable_isRefused() {
    TestRun run = TestRun.write(folder, 2, 0, 3);
    String curves = run.text("curves.csv");
    run.write("curves.csv", curves.substring(0, curves.length() - 20));
    assertMessage("curves.csv is damaged: Record 7 has");
  }

  @Test
  void damagedPlan_isRefused() {
    TestRun.write(folder, 2, 0, 2).replace("plan.json", "\"trials\" : 2", "\"trials\" : many");
    assertMessage(folder.resolve("plan.json") + " is damaged");
  }

  @Test
  void predictionOfAnUnknownClass_isNamedWithItsLine() {
    TestRun.write(folder, 2, 0, 2).withFinal().replace("predictions.csv", ",1,1,1,", ",1,7,1,");
    assertMessage("predictions.csv:3: label must be a class whose probability the row holds");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 12, 300})
  void predictions_haveAsManyClassesAsProbabilities(int classes) {
    String names = IntStream.range(0, classes).mapToObj(c -> "p" + c).collect(joining(","));
    String zeros = "0.0,".repeat(classes - 1);
    TestRun.write(folder, 2, 0, 2)
        .write(
            "predictions.csv",
            "stage,trial,image,label,predicted,%s,search\nfinal,0,0,0,%d,%s1.0,tested\n"
                .formatted(names, classes - 1, zeros));
    Predictions read = RunReader.read(folder).predictions().orElseThrow();
    assertEquals(classes, read.classes());
    assertEquals(new Predictions.Image(0, 0, classes - 1, 0, 1), read.images().get(0));
    assertEquals(1, read.confusion()[0][classes - 1]);
  }

  @Test
  void predictionsOfEarlierVersions_haveColumnsWithoutClasses() {
    TestRun.write(folder, 2, 0, 2)
        .write(
            "predictions.csv",
            "stage,trial,image,label,predicted,p0,p1,p2,search\nfinal,0,0,0,0,1.0,0.0,,tested\n");
    assertEquals(2, RunReader.read(folder).predictions().orElseThrow().classes());
  }

  @Test
  void damagedProvenance_isRefused() {
    TestRun.write(folder, 2, 0, 2).write("provenance.json", "{");
    assertMessage("provenance.json is damaged");
  }

  @Test
  void sample_holdsTheBestAndAnEvenChoice() {
    TestRun.write(folder, 1000, 0, 1);
    Run run = RunReader.read(folder);
    Set<String> sample = RunReader.sample(run.trials());
    assertTrue(sample.contains(run.best().orElseThrow().first().label()));
    assertTrue(sample.size() > 150 && sample.size() <= RunReader.CURVES, sample.size() + " curves");
    assertTrue(
        IntStream.range(0, 10)
            .allMatch(part -> sample.stream().anyMatch(label -> within(label, part))));
  }

  private static boolean within(String label, int part) {
    return Integer.parseInt(label.substring("coarse ".length())) / 100 == part;
  }

  private void assertMessage(String part) {
    String message = assertThrows(UnreadableRun.class, () -> RunReader.read(folder)).getMessage();
    assertTrue(message.contains(part), message);
  }
}
