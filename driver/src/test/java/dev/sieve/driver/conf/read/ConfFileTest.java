package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.Selection;
import dev.sieve.data.SplitRule;
import dev.sieve.data.cifar.Cifar10Source;
import dev.sieve.data.input.Normalization;
import dev.sieve.driver.conf.ChooseBy;
import dev.sieve.driver.conf.KeepModels;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.Sampling;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.driver.plan.NarrowedSpace;
import dev.sieve.net.Optimizer;
import dev.sieve.net.SoftmaxCrossEntropy;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.schedule.HalfCycle;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.space.ScheduleShape;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Averaging;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Metric;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ConfFileTest {
  private static final String SYNTHETIC =
      "search { data { source = synthetic, train = 800, validation = 200 }, ";
  private static final String TRIANGLE =
      "training.schedule { type = triangular, half-cycle = 24 }, ";
  private static final String COARSE =
      "stage.coarse { trials = 9, space { l2 { log-uniform = [1e-5, 1e-1] },"
          + " schedule { eta-max { uniform = [0.01, 0.5] } } } }, ";

  @SuppressWarnings("unused")
  static final List<Path> SHIPPED = Confs.SHIPPED;

  private static StagePlan.Search search(SearchConf conf, int stage) {
    return (StagePlan.Search) conf.stages().get(stage).plan();
  }

  /** Returns what the final stage, the second, makes of a trial of the one before it. */
  private static Candidate last(SearchConf conf) {
    Candidate best = search(conf, 0).space().at(new double[Axes.DIMENSIONS]);
    return NarrowedSpace.of((StagePlan.Final) conf.stages().get(1).plan(), best);
  }

  private static SplitRule counts(int train, int validation) {
    return new SplitRule(new Selection.Count(train), new Selection.Count(validation));
  }

  @Test
  void theLeast_hasTheDefaultsOfTheSearch() {
    SearchConf conf = Confs.parse(Confs.LEAST);
    assertEquals("x", conf.name());
    assertEquals(1, conf.seed());
    assertEquals(new Cifar10Source("/data/cifar10"), conf.source());
    assertEquals(new Evaluation(0, Evaluation.TrainMetrics.RUNNING, false), conf.evaluation());
    assertEquals(KeepModels.FINAL, conf.keepModels());
    assertEquals(1e4, conf.divergedLoss());
    assertEquals(8, conf.packSize());
  }

  @Test
  void theLeast_hasTheDefaultsOfAStage() {
    StageConf stage = Confs.parse(Confs.LEAST).stages().get(0);
    SearchSpace space =
        Spaces.of(
            Domain.fixed(0.0),
            Spaces.constant(Domain.fixed(0.01)),
            Domain.fixed(100),
            Domain.fixed(List.of(50)),
            Domain.fixed(new Initialization.Xavier()),
            Domain.fixed(10));
    StagePlan plan =
        new StagePlan.Search(
            new Sampling(SamplerName.GRID, 1, ChooseBy.MEAN),
            space,
            1,
            Optional.empty(),
            Optional.empty());
    assertEquals(
        new StageConf(
            "only", counts(45_000, 5_000), Normalization.PER_PIXEL, Optional.empty(), 1, plan),
        stage);
  }

  @Test
  void theSearch_hasEveryKeyThatIsSet() {
    SearchConf conf =
        Confs.parse(
            Confs.LEAST,
            "name=n",
            "seed=-7",
            "search.data.path=hdfs://host:8020/cifar10#1",
            "evaluation.interval=225",
            "evaluation.train=exact",
            "evaluation.report-test=true",
            "evaluation.ensemble=repeats",
            "stage.only.repeats=2",
            "evaluation.mirror=true",
            "evaluation.average=last",
            "evaluation.average-epochs=3",
            "evaluation.early-stopping={patience=3,min-improvement=0.01}",
            "keep-models=none",
            "diverged-loss=50",
            "packing.size=3");
    assertEquals("n", conf.name());
    assertEquals(-7, conf.seed());
    assertEquals(new Cifar10Source("hdfs://host:8020/cifar10#1"), conf.source());
    assertEquals(
        new Evaluation(
            225,
            Evaluation.TrainMetrics.EXACT,
            true,
            new EarlyStopping(3, 0.01),
            Evaluation.Ensembles.REPEATS,
            true,
            new Averaging(Averaging.Of.LAST, 3),
            Metric.ACCURACY,
            false),
        conf.evaluation());
    assertEquals(KeepModels.NONE, conf.keepModels());
    assertEquals(50, conf.divergedLoss());
    assertEquals(3, conf.packSize());
  }

  @Test
  void aStage_hasEveryKeyThatIsSet() {
    SearchConf conf =
        Confs.parse(
            "search { data { source = cifar10, train = [data_batch_1], validation = [data_batch_2],"
                + " normalization = unit }, training { hidden = [20, 10], l2 = 0.1, batch-size ="
                + " 10, epochs = 3, initialization { gaussian = 0.01 }, schedule { type ="
                + " triangular, eta-min = 0.001, eta-max = 0.2, half-cycle = 30 } }, stages = [a],"
                + " stage.a {} }");
    StageConf stage = conf.stages().get(0);
    assertEquals(new Selection.Files(List.of("data_batch_1")), stage.split().train());
    assertEquals(new Selection.Files(List.of("data_batch_2")), stage.split().validation());
    assertEquals(Normalization.UNIT, stage.normalization());
    SearchSpace expected =
        Spaces.of(
            Domain.fixed(0.1),
            Spaces.triangular(
                Domain.fixed(0.001), Domain.fixed(0.2), Domain.fixed(HalfCycle.ofUpdates(30))),
            Domain.fixed(10),
            Domain.fixed(List.of(20, 10)),
            Domain.fixed(new Initialization.Gaussian(0.01)),
            Domain.fixed(3));
    assertEquals(expected, search(conf, 0).space());
  }

  @Test
  void aSpace_hasEveryKindOfDomain() {
    SearchConf conf =
        Confs.parse(
            Confs.LEAST,
            "stage.only.trials=5",
            "stage.only.training.schedule.type=triangular",
            "stage.only.space.l2.log-uniform=[1e-5,1e-1]",
            "stage.only.space.hidden=[none,[50],[100,50]]",
            "stage.only.space.batch-size=[50,100]",
            "stage.only.space.epochs.integer=[3,9]",
            "stage.only.space.initialization=[xavier,{gaussian=0.01}]",
            "stage.only.space.schedule.eta-min.choice=[0,1e-4]",
            "stage.only.space.schedule.eta-max.uniform=[0.01,0.5]",
            "stage.only.space.schedule.half-cycle.integer=[400,1200]");
    SearchSpace expected =
        Spaces.of(
            new Domain.LogUniform(1e-5, 1e-1),
            Spaces.triangular(
                new Domain.Choice<>(List.of(0.0, 1e-4)),
                new Domain.Uniform(0.01, 0.5),
                new Domain.HalfCycles(new Domain.IntegerRange(400, 1200))),
            new Domain.Choice<>(List.of(50, 100)),
            new Domain.Choice<>(List.of(List.of(), List.of(50), List.of(100, 50))),
            new Domain.Choice<>(
                List.of(new Initialization.Xavier(), new Initialization.Gaussian(0.01))),
            new Domain.IntegerRange(3, 9));
    assertEquals(expected, search(conf, 0).space());
    assertEquals(5, search(conf, 0).configurations());
    assertEquals(SamplerName.GP, search(conf, 0).sampling().sampler());
  }

  @Test
  void everyShapeOfTheLearningRate_isRead() {
    assertSchedule("constant(0.2)", "{eta=0.2}");
    assertSchedule(
        "triangular(0.0,0.3,2*floor(n/batch))",
        "{type=triangular,eta-min=0,eta-max=0.3,half-cycle=\"2*floor(n/batch)\"}");
    assertSchedule(
        "shrinking-triangular(1.0E-5,0.1,900,0.5)",
        "{type=shrinking-triangular,half-cycle=900,decay-factor=0.5}");
    assertSchedule(
        "step-decay(0.1,0.1,3)", "{type=step-decay,eta=0.1,decay-factor=0.1,decay-every=3}");
    assertSchedule("exponential-decay(0.01,0.95)", "{type=exponential-decay,decay-factor=0.95}");
    assertSchedule("linear-decay(0.1,0.0)", "{type=linear-decay,eta-min=0}");
    assertSchedule("cosine(0.1,0.0,2,1)", "{type=cosine,eta-min=0,cycles=2,warm-up=1}");
  }

  private static void assertSchedule(String expected, String written) {
    SearchConf conf = Confs.parse(Confs.LEAST, "training.schedule=" + written);
    double[] origin = new double[Axes.DIMENSIONS];
    assertEquals(expected, search(conf, 0).space().at(origin).hyperparameters().scheduleText());
    assertEquals(conf, ConfFile.parse(conf.resolved(), "x.conf", List.of(), Map.of()));
  }

  @Test
  void everyInitialization_isRead() {
    assertEquals(
        Domain.fixed(new Initialization.He()), initialization("training.initialization=he"));
    assertEquals(
        Domain.fixed(new Initialization.Uniform(-2, 2)),
        initialization("training.initialization={uniform=[-2,2]}"));
  }

  @Test
  void everyOtherHyperparameter_isRead() {
    SearchConf conf =
        Confs.parse(
            Confs.LEAST,
            "training.objective=softmax-cross-entropy",
            "training.label-smoothing=0.1",
            "training.optimizer={nesterov=0.8}",
            "training.dropout=0.2",
            "training.flip=0.5",
            "training.shift=3",
            "training.shift-fill=edge",
            "training.noise=0.3",
            "training.input-dropout=0.4",
            "training.cutout=8");
    double[] origin = new double[Axes.DIMENSIONS];
    Hyperparameters chosen = search(conf, 0).space().at(origin).hyperparameters();
    assertEquals(new SoftmaxCrossEntropy(0.1), chosen.objective());
    assertEquals(new Optimizer.Nesterov(0.8), chosen.optimizer());
    assertEquals(0.2, chosen.dropout());
    assertEquals(
        new Augmentation(0.5, 3, Augmentation.Fill.EDGE, 0.3, 0.4, 8), chosen.augmentation());
    assertEquals(conf, ConfFile.parse(conf.resolved(), "x.conf", List.of(), Map.of()));
  }

  private static Domain<Initialization> initialization(String setting) {
    return search(Confs.parse(Confs.LEAST, setting), 0).space().domain(Axes.INITIALIZATION);
  }

  @Test
  void repeats_multiplyTheTrials() {
    SearchConf conf =
        Confs.parse(
            Confs.LEAST,
            "stages=[only,final]",
            "stage.only.space.l2=[0,0.1,1]",
            "stage.only.repeats=5",
            "stage.final.repeats=2");
    assertEquals(List.of(15, 2), conf.stages().stream().map(StageConf::trials).toList());
  }

  @Test
  void listsAlone_makeAGridOfAllCombinations() {
    SearchConf conf =
        Confs.parse(
            Confs.LEAST, "stage.only.space.l2=[0,0.1,1]", "stage.only.space.batch-size=[10,100]");
    assertEquals(SamplerName.GRID, search(conf, 0).sampling().sampler());
    assertEquals(6, search(conf, 0).configurations());
  }

  @Test
  void aNarrowedStage_takesOverTrainingAndSpaceOfTheOther() {
    SearchConf conf =
        Confs.parse(
            SYNTHETIC
                + TRIANGLE
                + COARSE
                + "stages = [coarse, fine], stage.coarse.training { epochs = 3, hidden = [20] },"
                + " stage.fine { trials = 2, narrow { from = coarse, best = 4, margin = 0.2 } } }");
    assertEquals(search(conf, 0).space(), search(conf, 1).space());
    assertEquals(Domain.fixed(3), search(conf, 1).space().domain(Axes.EPOCHS));
    assertEquals(
        Optional.of(new Narrowing("coarse", 4, 0.2, Set.of())), search(conf, 1).narrowing());
  }

  @Test
  void aNarrowedStage_leavesOutWhatItSetsItself() {
    SearchConf conf =
        Confs.parse(
            SYNTHETIC
                + TRIANGLE
                + COARSE
                + "stages = [coarse, fine], stage.fine { trials = 2, narrow.from = coarse,"
                + " training.l2 = 0.5, space.batch-size = [10, 20] } }");
    SearchSpace space = search(conf, 1).space();
    assertEquals(Domain.fixed(0.5), space.domain(Axes.L2));
    for (Axis<?> axis : ScheduleShape.TRIANGULAR.numbers()) {
      assertEquals(search(conf, 0).space().domain(axis), space.domain(axis));
    }
    assertEquals(Set.of(Axes.L2, Axes.BATCH_SIZE), search(conf, 1).narrowing().orElseThrow().own());
  }

  @Test
  void aNarrowedStage_ofAnotherSchedule_ownsAllOfIt() {
    SearchConf conf =
        Confs.parse(
            SYNTHETIC
                + TRIANGLE
                + COARSE
                + "stages = [coarse, fine], stage.fine { trials = 2, narrow.from = coarse,"
                + " training.schedule.type = constant } }");
    SearchSpace space = search(conf, 1).space();
    assertEquals(Domain.fixed(ScheduleShape.CONSTANT), space.domain(Axes.SCHEDULE));
    assertEquals(Domain.fixed(0.01), space.domain(ScheduleAxes.ETA));
    assertTrue(search(conf, 1).narrowing().orElseThrow().own().contains(ScheduleAxes.ETA));
  }

  @Test
  void theFinalStage_hasAllOfCifar10ByDefault() {
    SearchConf conf =
        Confs.parse("search { data.source = cifar10, stages = [a, final], stage.a {} }");
    assertEquals(counts(49_000, 1_000), conf.stages().get(1).split());
    assertEquals(search(conf, 0).space().at(new double[Axes.DIMENSIONS]), last(conf));
  }

  @Test
  void theFinalStage_hasTheEpochsOfTheBestTrial_whereThoseAreSearched() {
    SearchConf conf =
        Confs.parse(
            SYNTHETIC + "stages = [a, final], stage.a { trials = 2, space.epochs = [3, 5] } }");
    StagePlan.Final last = (StagePlan.Final) conf.stages().get(1).plan();
    double[] u = new double[Axes.DIMENSIONS];
    Arrays.fill(u, 0.9);
    Candidate best = search(conf, 0).space().at(u);
    assertEquals(5, best.epochs());
    assertEquals(best, NarrowedSpace.of(last, best));
    assertEquals(conf, ConfFile.parse(conf.resolved(), "x.conf", List.of(), Map.of()));
  }

  private static final String CONFIRMED =
      "stages = [a, confirm, final], stage.a { trials = 20, space.l2 { log-uniform = [1e-5, 1] },"
          + " data { train = 700, validation = 100 } }";

  @Test
  void confirm_goesOnFromTheStageBefore_andFinalFromIt_withFreshRepeats() {
    SearchConf conf = Confs.parse(SYNTHETIC + CONFIRMED + "}");
    StageConf confirm = conf.stages().get(1);
    assertEquals(new StagePlan.Confirm("a", search(conf, 0).space(), 8, 4), confirm.plan());
    assertEquals(16, confirm.trials());
    assertEquals(counts(700, 100), confirm.split());
    StagePlan.Final last = (StagePlan.Final) conf.stages().get(2).plan();
    assertEquals("confirm", last.narrowing().from());
    assertTrue(last.fresh());
    assertEquals(conf, ConfFile.parse(conf.resolved(), "x.conf", List.of(), Map.of()));
  }

  @Test
  void confirm_ofFewTrials_takesAllOfThem() {
    SearchConf conf = Confs.parse(SYNTHETIC + CONFIRMED + ", stage.a.trials = 3 }");
    assertEquals(3 + 3 * 2, conf.stages().get(1).trials());
  }

  @Test
  void final_repeatsAsBefore_unlessTheConfSaysFresh() {
    String stages = SYNTHETIC + "stages = [a, final], stage.a {}";
    SearchConf before = Confs.parse(stages + " }");
    assertFalse(((StagePlan.Final) before.stages().get(1).plan()).fresh());
    assertFalse(before.identity().values().containsKey("search.stage.final.fresh"));
    SearchConf fresh = Confs.parse(stages + ", stage.final.fresh = true }");
    assertTrue(((StagePlan.Final) fresh.stages().get(1).plan()).fresh());
    assertEquals(
        List.of("search.stage.final.fresh"), before.identity().differingKeys(fresh.identity()));
  }

  @Test
  void theOrderOfTheSplit_isOfAllStages() {
    SearchConf conf =
        Confs.parse(
            "search { data { source = cifar10, order = stored }, stages = [a, final],"
                + " stage.a {} }");
    for (StageConf stage : conf.stages()) {
      assertEquals(SplitRule.Order.STORED, stage.split().order());
    }
  }

  @Test
  void theFinalStage_hasTheSharedSplitOfSyntheticImages() {
    SearchConf conf = Confs.parse(SYNTHETIC + "stages = [a, final], stage.a {} }");
    assertEquals(counts(800, 200), conf.stages().get(1).split());
  }

  @Test
  void theFinalStage_setsNumbersOfTheSameScheduleOneByOne() {
    SearchConf conf =
        Confs.parse(
            SYNTHETIC
                + TRIANGLE
                + COARSE
                + "stages = [coarse, final], stage.final.training { l2 = 0, schedule {"
                + " type = triangular, half-cycle = 12 } } }");
    assertEquals(
        new LearningRateSchedule.Triangular(1e-5, 0.01, 12),
        last(conf).hyperparameters().schedule());
    assertEquals(0.0, last(conf).hyperparameters().l2());
  }

  @Test
  void theFinalStage_replacesAnotherScheduleAltogether() {
    SearchConf conf =
        Confs.parse(
            SYNTHETIC
                + TRIANGLE
                + COARSE
                + "stages = [coarse, final],"
                + " stage.final.training.schedule { type = constant, eta = 0.3 } }");
    assertEquals(new LearningRateSchedule.Constant(0.3), last(conf).hyperparameters().schedule());
    assertEquals(1e-5, last(conf).hyperparameters().l2());
  }

  @Test
  void r1_isTheSearchOfTheReport() {
    SearchConf conf = Confs.read(Confs.R1);
    assertEquals(List.of(5, 7, 1), conf.stages().stream().map(StageConf::trials).toList());
    assertEquals(
        List.of(Domain.fixed(8), Domain.fixed(12)),
        List.of(
            search(conf, 0).space().domain(Axes.EPOCHS),
            search(conf, 1).space().domain(Axes.EPOCHS)));
    assertEquals(
        12, ((StagePlan.Final) conf.stages().get(2).plan()).space().domain(Axes.EPOCHS).at(0));
    assertEquals(
        List.of(0.001, 0.005, 0.01, 0.016, 0.02),
        ((Domain.Choice<Double>) search(conf, 0).space().domain(Axes.L2)).values());
    assertEquals(
        Domain.fixed(HalfCycle.ofUpdates(980)),
        ((StagePlan.Final) conf.stages().get(2).plan()).space().domain(ScheduleAxes.HALF_CYCLE));
    assertTrue(conf.evaluation().reportTest());
  }

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void resolved_readAgain_isTheSameSearch(Path file) {
    SearchConf conf = Confs.read(file);
    assertEquals(conf, ConfFile.parse(conf.resolved(), "search.conf", List.of(), Map.of()));
  }

  @Test
  void resolved_ofNarrowedAndFinalStages_isTheSameSearch() {
    SearchConf conf =
        Confs.parse(
            SYNTHETIC
                + TRIANGLE
                + COARSE
                + "stages = [coarse, fine, finer, final], stage.fine { trials = 2, narrow { from ="
                + " coarse, best = 2 }, training.l2 = 0.5, space { initialization = [xavier, {"
                + " gaussian = 0.1 }], hidden = [none, [9]] } }, stage.finer { trials = 2, narrow {"
                + " from = fine, best = 1 }, training.schedule.type = constant },"
                + " stage.final.training.schedule { type = triangular, half-cycle = 5 } }");
    assertEquals(conf, ConfFile.parse(conf.resolved(), "search.conf", List.of(), Map.of()));
  }

  @Test
  void settings_comeOneAfterTheOther() {
    assertEquals(3, Confs.parse(Confs.LEAST, "seed=2", "seed=3").seed());
  }

  @Test
  void setting_takesThePlaceOfAnObject_asOfAnythingElse() {
    String text =
        Confs.LEAST
            + "search.training.optimizer { momentum = 0.9 }\n"
            + "search.stage.only { trials = 3, space.l2 { log-uniform = [1e-5, 1e-1] } }\n";
    SearchConf conf =
        Confs.parse(
            text, "stage.only.space.l2={uniform=[0,0.1]}", "training.optimizer={nesterov=0.8}");
    SearchSpace space = search(conf, 0).space();
    assertEquals(new Domain.Uniform(0, 0.1), space.domain(Axes.L2));
    assertEquals(Domain.fixed(new Optimizer.Nesterov(0.8)), space.domain(Axes.OPTIMIZER));
  }

  @Test
  void setting_leavesTheKeysBesideItAlone() {
    String text = Confs.LEAST + "search.training { l2 = 0.5, schedule.eta = 0.2 }\n";
    SearchSpace space = search(Confs.parse(text, "training.batch-size=7"), 0).space();
    assertEquals(Domain.fixed(0.5), space.domain(Axes.L2));
    assertEquals(Domain.fixed(7), space.domain(Axes.BATCH_SIZE));
    assertEquals(Domain.fixed(0.2), space.domain(ScheduleAxes.ETA));
  }

  @Test
  void substitutions_seeTheEnvironmentThatIsGivenAlone() {
    String text = Confs.LEAST + "search.seed = ${?SEED}\nsearch.name = ${?PATH}${?user.name}\n";
    assertEquals(
        5, ConfFile.parse(text, "x", List.of(), Map.of("SEED", "5", "CIFAR10_DIR", "d")).seed());
  }

  @Test
  void aSubstitution_replacesAValueOfTheSameFile() {
    String text = Confs.LEAST + "search.seed = 3\nsearch.seed = ${?SEED}\n";
    assertEquals(
        5, ConfFile.parse(text, "x", List.of(), Map.of("SEED", "5", "CIFAR10_DIR", "d")).seed());
    assertEquals(3, ConfFile.parse(text, "x", List.of(), Map.of("CIFAR10_DIR", "d")).seed());
  }
}
