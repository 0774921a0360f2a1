package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.ConfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wrong conf is told: the whole message, with its line where it comes from a file. */
class ConfProblemsTest {

  @Test
  void bottomlessConf_isRefused() {
    String text = "search {".repeat(100_000);
    ConfException e =
        assertThrows(
            ConfException.class, () -> ConfFile.parse(text, "x.conf", List.of(), Map.of()));
    assertEquals("x.conf: too many brackets within each other", e.getMessage());
  }

  @Test
  void severalMistakes_areAllNamed_inTheOrderOfTheFile() {
    String text =
        """
        search {
          data { source = synthetic, train = 8000, validation = 3000 }
          training {
            batch-sise = 100
            batch-size = 0
            l2 = much
            schedule.eta-max = 0.1
          }
          stages = [coarse, fine]
          stage.coarse {
            trials = 0
            space.l2 { log-uniform = [1, 0.1] }
          }
          stage.fine { trials = 2, narrow.from = coarser }
          packing.size = 999
        }
        serach.seed = 2
        """;
    assertEquals(
        List.of(
            "x.conf:2: search.data.validation and the 8000 images of train are 11000 together and"
                + " must be at most 10000, all that synthetic has, but was 3000",
            "x.conf:4: search.training.batch-sise is not a key; did you mean batch-size?",
            "x.conf:5: search.training.batch-size must be >= 1, but was 0",
            "x.conf:6: search.training.l2 must be a number, but was \"much\"",
            "x.conf:7: search.training.schedule.eta-max does not belong to a constant schedule,"
                + " which has eta",
            "x.conf:11: search.stage.coarse.trials must be 1 to 1000000, but was 0",
            "x.conf:12: search.stage.coarse.space.l2 must have 0 < low < high < infinity,"
                + " but was [1.0,0.1]",
            "x.conf:14: search.stage.fine.narrow.from names coarser, which is no earlier stage;"
                + " did you mean coarse?",
            "x.conf:15: search.packing.size must be 1 to 256, but was 999",
            "x.conf:17: serach is not a key; did you mean search?"),
        Confs.problems(text));
  }

  @Test
  void anEmptyConf_isToldWhatItNeeds() {
    List<String> expected =
        List.of(
            "x.conf: search.data.source must be given: cifar10 or cifar100 or synthetic or idx or csv or parquet or spark",
            "x.conf: search.stages must be given: the names of the stages, in order");
    assertEquals(expected, Confs.problems(""));
    assertEquals(expected, Confs.problems("search {}"));
  }

  @Test
  void cifar10WithoutAPath_isToldWhereItMayStand() {
    ConfException refused =
        assertThrows(
            ConfException.class, () -> ConfFile.parse(Confs.LEAST, "x", List.of(), Map.of()));
    assertEquals(
        "x: search.data.path must be given for cifar10: set CIFAR10_DIR or search.data.path",
        refused.getMessage());
  }

  /** The variable says where CIFAR-10 is, and nothing else. */
  @Test
  void anotherSourceWithoutAPath_doesNotTakeThatOfCifar10() {
    assertEquals(
        List.of("search.data.path must be given for idx"), Confs.refused("data.source=idx"));
    assertEquals(
        List.of("search.data.classes must be 2 to 256, but was 1"),
        Confs.refused("data.source=idx", "data.path=x", "data.classes=1"));
  }

  @Test
  void aTable_isToldWhichKeysItNeeds_andTheirRules() {
    assertEquals(
        List.of(
            "search.data.path must be given for csv", "search.data.label must be given for csv"),
        Confs.refused("data.source=csv"));
    assertEquals(
        List.of(
            "search.data.test.share must be in [0, 1), but was 1",
            "search.data.features must be a list of columns, or \"*\" for all but the label, but was"
                + " \"a\"",
            "search.data.missing must be one of refuse, mean, zero, but was \"drop\"",
            "search.data.shape must be [height, width, channels], but was [28,28]"),
        Confs.refused(
            "data.source=csv",
            "data.path=x",
            "data.label=y",
            "data.features=a",
            "data.missing=drop",
            "data.shape=[28,28]",
            "data.test.share=1"));
  }

  @Test
  void brokenSyntax_isNamedWithItsLine() {
    String problem = Confs.problems("search {\n seed = 1\n stages = [a\n}\n").get(0);
    assertTrue(problem.startsWith("x.conf:4: ") || problem.startsWith("x.conf:3: "), problem);
  }

  @Test
  void anUnknownVariable_isNamedWithItsLine() {
    String problem = Confs.problems("search {\n seed = ${NOWHERE}\n}\n").get(0);
    assertTrue(problem.startsWith("x.conf:2: ") && problem.contains("NOWHERE"), problem);
  }

  @Test
  void anUnknownVariableOverAValue_isNamedWithoutTheEnvironment() {
    ConfException refused =
        assertThrows(
            ConfException.class,
            () ->
                ConfFile.parse(
                    "search.seed = 1\nsearch.seed = ${NOWHERE}\n",
                    "x.conf",
                    List.of(),
                    Map.of("PASSWORD", "secret")));
    String message = refused.getMessage();
    assertTrue(message.startsWith("x.conf:2: ") && message.contains("NOWHERE"), message);
    assertFalse(message.contains("secret"), message);
  }

  @Test
  void aMissingFile_isNamed() {
    ConfException refused =
        assertThrows(
            ConfException.class,
            () -> ConfFile.read(Path.of("no", "such.conf"), List.of(), Map.of()));
    assertEquals("no/such.conf: no such file", refused.getMessage());
  }

  @Test
  void aFile_isNamedAsItWasGiven_andAnIncludedOneByItsPath(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("main.conf");
    Path included = folder.resolve("more.conf");
    Files.writeString(included, "\nsearch.seed = x");
    Files.writeString(file, "include \"more.conf\"\nsearch.name = \"/\"\n" + Confs.LEAST);
    ConfException refused =
        assertThrows(ConfException.class, () -> ConfFile.read(file, List.of(), Confs.ENV));
    List<String> places =
        refused.problems().stream().map(problem -> problem.file() + problem.line()).toList();
    assertEquals(List.of(file + "2", included + "2"), places);
  }

  @Test
  void aNestedMistake_isNamedWithTheLineOfItsDefinition() {
    String text = Confs.LEAST + "search.training {\n batch-size = 60000\n}\n";
    assertEquals(
        List.of(
            "x.conf:7: search.training.batch-size must be at most the 45000 training images of"
                + " stage only, but was 60000"),
        Confs.problems(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
seed=x | search.seed must be an integer, but was "x"
seed=1.5 | search.seed must be an integer, but was 1.5
seed=[1] | search.seed must be an integer, but was [1]
name=a/b | search.name must be letters, digits, dots, _ and -, beginning with a letter or digit, but was "a/b"
seeds=1 | search.seeds is not a key; did you mean seed?
training.objective=hinge | search.training.objective must be one of softmax-cross-entropy, svm, sigmoid-cross-entropy, but was "hinge"
training.optimizer=momentum | search.training.optimizer must be sgd, adam, { momentum = share } or { nesterov = share }, but was "momentum"
training.optimizer.nesterov=1 | search.training.optimizer is refused: momentum must be in [0, 1), but was 1.0
training.label-smoothing=1 | search.training.label-smoothing must be in [0, 1), but was 1
training.dropout=1 | search.training.dropout must be in [0, 1), but was 1
training.flip=1.5 | search.training.flip must be in [0, 1], but was 1.5
training.shift=-1 | search.training.shift must be >= 0, but was -1
training.shift-fill=white | search.training.shift-fill must be one of zero, edge, but was "white"
training.noise=-1 | search.training.noise must be finite and >= 0, but was -1
training.schedule.half-cycle=0 | search.training.schedule.half-cycle does not belong to a constant schedule, which has eta
training.schedule={type=triangular,half-cycle=0} | search.training.schedule.half-cycle must be a number of updates >= 1, or "2*floor(n/batch)", but was 0
training.schedule={type=triangular,half-cycle=2n} | search.training.schedule.half-cycle must be a number of updates >= 1, or "2*floor(n/batch)", but was "2n"
training.schedule={type=step-decay,decay-factor=1.5} | search.training.schedule.decay-factor must be in (0, 1], but was 1.5
training.schedule={type=step-decay,decay-factor=0.1,decay-every=0} | search.training.schedule.decay-every must be >= 1, but was 0
training.initialization={uniform=[2,-2]} | search.training.initialization is refused: uniform initialization needs finite low <= high, but was [2.0, -2.0]
stage.only.repeats=0 | search.stage.only.repeats must be 1 to 1000, but was 0
training=1 | search.training must be a section, training { … }, but was 1
data.source=mnist | search.data.source must be one of cifar10, cifar100, synthetic, idx, csv, parquet, spark, but was "mnist"
data.path="" | search.data.path must not be empty, but was ""
data.train=0 | search.data.train is refused: number of examples must be >= 1, but was 0
data.train=many | search.data.train must be an integer, but was "many"
data.train=[data_batch_1] | search.data.validation must be a number of images or a list of files just as search.data.train, but was 5000
data.normalization=pixel | search.data.normalization must be one of per-pixel, per-feature, global, per-image, per-example, unit, mean-only, none, but was "pixel"
data.synthetic.sed=1 | search.data.synthetic.sed is not a key; did you mean seed?
training.hidden=50 | search.training.hidden must be a list of widths, such as [50], or the word none, but was 50
training.hidden=[0] | search.training.hidden must all be >= 1, but was [0]
training.l2=-1 | search.training.l2 must be finite and >= 0, but was -1
training.l2=1d | search.training.l2 must be a number, but was "1d"
training.batch-size=2.5 | search.training.batch-size must be an integer, but was 2.5
training.batch-size=3000000000 | search.training.batch-size must be an integer of at most 2147483647, but was 3000000000
training.epochs=0 | search.training.epochs must be >= 1, but was 0
training.initialization=glorot | search.training.initialization must be xavier, he, { gaussian = standard deviation } or { uniform = [low, high] }, but was "glorot"
training.initialization.gaussian=-1 | search.training.initialization is refused: sigma must be finite and >= 0, but was -1.0
training.schedule.type=cubic | search.training.schedule.type must be one of constant, triangular, shrinking-triangular, step-decay, exponential-decay, linear-decay, cosine, but was "cubic"
training.schedule.eta=0 | search.training.schedule.eta must be finite and > 0, but was 0
training.schedule.half-cycle=9 | search.training.schedule.half-cycle does not belong to a constant schedule, which has eta
training.schedule.type=triangular | search.stage.only.training.schedule.half-cycle must be given for a triangular schedule, here, in search.training or in space
evaluation.interval=0 | search.evaluation.interval must be the word epoch, or a number of updates >= 1, but was 0
evaluation.ensemble=all | search.evaluation.ensemble must be one of none, cycles, repeats, but was "all"
evaluation.train=never | search.evaluation.train must be one of running, exact, but was "never"
evaluation.report-test=maybe | search.evaluation.report-test must be true or false, but was "maybe"
keep-models=some | search.keep-models must be one of final, all, none, but was "some"
diverged-loss=0 | search.diverged-loss must be finite and > 0, but was 0
stages=only | search.stages must be a list of names, but was "only"
stage.only.trials=7 | search.stage.only.trials must be absent or the grid's 1 points, but was 7
stage.only.sampler=halton | search.stage.only.sampler must be one of auto, random, grid, sobol, latin-hypercube, gp, tpe, but was "halton"
stage.only.batch=0 | search.stage.only.batch must be >= 1, but was 0
stage.only.choose=best | search.stage.only.choose must be one of mean, posterior-mean, but was "best"
stage.only.sampler=random | search.stage.only.trials must be given where the sampler is random
stage.only.narow.best=1 | search.stage.only.narow is not a key; did you mean narrow?
stage.only.space.epochs=[0] | search.stage.only.space.epochs must be >= 1, but was 0
stage.only.space.seed=[1] | search.stage.only.space.seed is not a key; known: hidden, l2, batch-size, schedule, initialization, objective, label-smoothing, optimizer, dropout, flip, shift, shift-fill, noise, input-dropout, cutout, epochs
stage.only.space.hidden=[50] | search.stage.only.space.hidden must list networks, each as the list of its widths: [[50]] is one, [[50], [100]] are two, but was [50]
stage.only.space.l2=[] | search.stage.only.space.l2 must have at least one value, but was []
stage.only.space.l2=[0,0.0] | search.stage.only.space.l2 must list each value once, but was [0,0]
stage.only.space.l2=[-1] | search.stage.only.space.l2 must be finite and >= 0, but was -1.0
stage.only.space.l2.uniform=[1] | search.stage.only.space.l2 must have two ends, [low, high], but was [1]
stage.only.space.l2.integer=[1,2] | search.stage.only.space.l2 must be a value, a list of values, { log-uniform = [low, high] }, { uniform = [low, high] }, or { choice = [values] }, but was {"integer":[1,2]}
stage.only.space.batch-size.integer=[2,1] | search.stage.only.space.batch-size must have low <= high, but was [2,1]
stage.only.space.batch-size=[1,50000] | search.stage.only.space.batch-size must be at most the 45000 training images of stage only, but was [1,50000]
stage.only.data.source=synthetic | search.stage.only.data.source is not a key; known: train, validation, order, normalization, components
data.order=sorted | search.data.order must be one of shuffled, stored, stratified, but was "sorted"
""")
  void aWrongValue_isNamedWithItsRule(String setting, String expected) {
    assertEquals(List.of(expected), Confs.refused(setting));
  }

  @Test
  void aSettingThatCannotBeRead_isNamed() {
    assertEquals(
        List.of("--set: must be key=value, but was seed", "--set: must be key=value, but was =1"),
        Confs.problems(Confs.LEAST, "seed", "=1"));
    String problem = Confs.problems(Confs.LEAST, "training.hidden=[50").get(0);
    assertTrue(problem.startsWith("--set: cannot be read: "), problem);
    assertTrue(problem.endsWith("but was training.hidden=[50"), problem);
  }

  @Test
  void aWrongSetting_isNamedAsOne() {
    assertEquals(
        List.of("--set: search.sead is not a key; did you mean seed?"),
        Confs.problems(Confs.LEAST, "sead=1"));
    assertEquals(
        List.of(
            "--set: search.stage.onyl is defined, but search.stages does not list it; did you"
                + " mean only?"),
        Confs.problems(Confs.LEAST, "stage.onyl.trials=1"));
  }

  @Test
  void confirm_takesNoMoreThanThereAre() {
    assertEquals(
        List.of("search.stage.confirm.best must be at most the 1 trials of stage only, but was 2"),
        Confs.refused("stages=[only,confirm]", "stage.confirm.best=2"));
    assertEquals(
        List.of(
            "search.stage.confirm.finalists must be at most the 1 configurations to confirm, but"
                + " was 3"),
        Confs.refused("stages=[only,confirm]", "stage.confirm.finalists=3"));
    assertEquals(
        List.of(
            "search.stage.confirm.from names onyl, which is no earlier stage; did you mean only?"),
        Confs.refused("stages=[only,confirm]", "stage.confirm.from=onyl").stream()
            .map(line -> line.replaceFirst(", but was.*?;", ";"))
            .toList());
  }

  @Test
  void confirm_judgesAccuraciesAlone() {
    assertEquals(
        List.of(
            "search.evaluation.metric must be accuracy where a stage confirms, but was"
                + " \"loss\""),
        Confs.refused("stages=[only,confirm]", "evaluation.metric=loss"));
  }

  @Test
  void stages_areNamedByRule() {
    assertEquals(
        List.of(
            "search.stages must name confirm last, or before final, but was [\"confirm\",\"only\"]",
            "search.stage.confirm needs a stage before it whose best trials it takes"),
        Confs.refused("stages=[confirm,only]"));
    assertEquals(
        List.of(
            "search.stages must name final last, but was [\"final\",\"only\"]",
            "search.stage.final needs a stage before it whose best trial it takes"),
        Confs.refused("stages=[final,only]"));
    assertEquals(
        List.of("search.stages lists onyl, but there is no search.stage.onyl; did you mean only?"),
        Confs.refused("stages=[only,onyl]"));
    assertEquals(
        List.of("search.stages must name each once, but was [\"only\",\"only\"]"),
        Confs.refused("stages=[only,only]"));
  }

  @Test
  void aKey_isNotBothSetAndSearched() {
    assertEquals(
        List.of(
            "search.stage.only.space.l2 is set in search.stage.only.training too: search it or set"
                + " it, not both"),
        Confs.refused("stage.only.space.l2=[0,1]", "stage.only.training.l2=1"));
  }

  @Test
  void aGrid_needsListsOrIntegers_andHasAnEnd() {
    assertEquals(
        List.of(
            "search.stage.only.sampler must be another one: a grid needs lists or integers, and"
                + " the space has a range, but was \"grid\""),
        Confs.refused("stage.only.sampler=grid", "stage.only.space.l2.uniform=[0,1]"));
    assertEquals(
        List.of(
            "search.stage.only.sampler must be another one: the grid has more than 1000000 points,"
                + " but was \"grid\""),
        Confs.refused(
            "stage.only.sampler=grid",
            "data.train=49000",
            "data.validation=1",
            "stage.only.space.batch-size.integer=[1,9000]",
            "stage.only.space.l2.choice=" + IntStream.range(0, 200).boxed().toList()));
  }

  @Test
  void ratesOfATriangle_areInOrderWhereverTheyAreDrawn() {
    assertEquals(
        List.of(
            "search.stage.only.space.schedule.eta-max must be at least eta-min, 0.1, but was 0.01"),
        Confs.refused(
            "training.schedule.type=triangular",
            "training.schedule.half-cycle=9",
            "training.schedule.eta-min=0.1",
            "stage.only.space.schedule.eta-max=[0.2,0.01]"));
  }

  @Test
  void aWarmUp_isShorterThanTheShortestTraining() {
    assertEquals(
        List.of("search.training.schedule.warm-up must be less than the 3 epochs, but was 3"),
        Confs.refused(
            "training.schedule.type=cosine",
            "training.schedule.warm-up=3",
            "stage.only.space.epochs=[9,3]"));
  }

  @Test
  void aHalfCycle_fitsIntoTheShortestTraining() {
    assertEquals(
        List.of(
            "search.stage.only.space.schedule.half-cycle must fit into the 2250 updates of a trial"
                + " of stage only, but was [2250,2251]"),
        Confs.refused(
            "training.schedule.type=triangular",
            "training.epochs=5",
            "stage.only.space.schedule.half-cycle=[2250,2251]"));
    assertEquals(
        List.of(
            "search.training.schedule.half-cycle must fit into the 450 updates of a trial of stage"
                + " only, but was \"2*floor(n/batch)\""),
        Confs.refused(
            "training.schedule.type=triangular",
            "training.epochs=1",
            "training.schedule.half-cycle=\"2*floor(n/batch)\""));
    assertEquals(
        List.of(
            "search.training.schedule.half-cycle must fit into the 900 updates of a trial of stage"
                + " only, but was \"3*floor(n/batch)\""),
        Confs.refused(
            "training.schedule.type=triangular",
            "stage.only.space.epochs=[6,2]",
            "training.schedule.half-cycle=\"3*floor(n/batch)\""));
    assertEquals(
        List.of(
            "search.training.schedule.half-cycle must fit into the 45000 updates of a trial of"
                + " stage only, but was \"500000*floor(n/batch)\""),
        Confs.refused(
            "training.schedule.type=triangular",
            "training.batch-size=10",
            "training.schedule.half-cycle=\"500000*floor(n/batch)\""));
  }

  @Test
  void labelSmoothing_isForSoftmaxAlone_whereverItIsDrawn() {
    assertEquals(
        List.of("search.stage.only.space.label-smoothing must be 0 with" + " svm, but was 0.1"),
        Confs.refused(
            "stage.only.training.objective=svm", "stage.only.space.label-smoothing=[0,0.1]"));
  }

  @Test
  void aDecayingSchedule_needsAFactor() {
    assertEquals(
        List.of(
            "search.stage.only.training.schedule.decay-factor must be given for a step-decay"
                + " schedule, here, in search.training or in space"),
        Confs.refused("training.schedule.type=step-decay"));
  }

  @Test
  void anythingSearched_isNeededForMoreThanOneRandomTrial() {
    assertEquals(
        List.of(
            "search.stage.only.trials must be 1 where space searches nothing, or all trials are"
                + " the same, but was 2"),
        Confs.refused("stage.only.sampler=random", "stage.only.trials=2"));
  }

  @Test
  void files_areKnown_andInOnePartAlone() {
    assertEquals(
        List.of(
            "search.data.train names data_batch_9, which is no file of training images; did you"
                + " mean data_batch_1?"),
        Confs.refused("data.train=[data_batch_9]", "data.validation=[data_batch_2]"));
    assertEquals(
        List.of(
            "search.data.validation names data_batch_1, as search.data.train does, but was"
                + " [\"data_batch_1\"]"),
        Confs.refused("data.train=[data_batch_1]", "data.validation=[data_batch_1]"));
    assertEquals(
        List.of(
            "search.data.train must be a number of images, since the synthetic ones are in no"
                + " files, but was [\"data_batch_1\"]"),
        Confs.refused("data.source=synthetic", "data.train=[data_batch_1]", "data.validation=9"));
  }

  @Test
  void narrowing_isToAsManyTrialsAsThereAre_ofAStageBefore() {
    String twoStages = Confs.LEAST + "search { stages = [only, fine], stage.fine.trials = 1 }";
    assertEquals(
        List.of(
            "--set: search.stage.fine.narrow.best must be at most the 1 trials of stage only, but"
                + " was 2"),
        Confs.problems(twoStages, "stage.fine.narrow.from=only", "stage.fine.narrow.best=2"));
    assertEquals(
        List.of(
            "x.conf: search.stage.fine.narrow.from must be given: the stage to narrow to the best"
                + " trials of"),
        Confs.problems(twoStages, "stage.fine.narrow.best=1"));
    assertEquals(
        List.of("--set: search.stage.only.narrow.from names fine, which is no earlier stage"),
        Confs.problems(twoStages, "stage.only.narrow.from=fine"));
  }

  @Test
  void aNarrowedStage_isNoGrid() {
    assertEquals(
        List.of(
            "--set: search.stage.fine.sampler must be another one where narrow is given: the size of a"
                + " narrowed grid is not known beforehand, but was \"grid\""),
        Confs.problems(
            Confs.LEAST + "search { stages = [only, fine], stage.fine {} }",
            "stage.fine.narrow.from=only",
            "stage.fine.narrow.best=1",
            "stage.fine.sampler=grid"));
  }

  @Test
  void theFinalStage_isCheckedTogetherWithTheStageBefore() {
    assertEquals(
        List.of(
            "search.stage.final.trials is not a key; known: from, repeats, fresh, training, data",
            "search.stage.final.training.schedule.half-cycle does not belong to a constant"
                + " schedule, which has eta",
            "search.training.batch-size must be at most the 50 training images of stage final"),
        Confs.refused(
                "stages=[only,final]",
                "stage.final.trials=2",
                "stage.final.training.schedule.half-cycle=9",
                "stage.final.data.train=50")
            .stream()
            .map(text -> text.replace(", but was 100", ""))
            .toList());
  }
}
