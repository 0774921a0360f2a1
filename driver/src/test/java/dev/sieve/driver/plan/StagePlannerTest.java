package dev.sieve.driver.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import dev.sieve.data.Values;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.conf.ConfFile;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagePlannerTest {
  private static final DataSet IMAGES = Synthetic.generate(60, 20, 1);
  private static final DataSet TABLE = set("table", new ByteValues(4, new byte[4 * 60]), null);
  private static final DataSet FLOATS =
      set("floats", new FloatValues(4, new float[4 * 60]), new ImageShape(2, 2, 1));

  private static DataSet set(String name, Values values, ImageShape shape) {
    Examples examples = new Examples(values, new Labels(2, new int[60]));
    List<DataSet.Part> parts = List.of(new DataSet.Part("all", 60));
    return new DataSet(name, examples, parts, examples, List.of(), shape);
  }

  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 40, validation = 20, synthetic.train = 60 }
        training { hidden = [3], batch-size = 10, epochs = 1 }
      %s
      }
      """;

  private final Map<String, List<TrialResult>> done = new HashMap<>();

  @Test
  void plan_ofAStageNarrowedTwice_staysWithinTheSecond() {
    List<PlannedStage> stages =
        plan(
            """
            stages = [coarse, fine, finer]
            stage.coarse { trials = 9, space.l2 { log-uniform = [1e-5, 1e-1] } }
            stage.fine { trials = 9, narrow { from = coarse, best = 2, margin = 0.1 } }
            stage.finer { trials = 9, narrow { from = fine, best = 2, margin = 0.1 } }
            """);
    Domain.LogUniform fine = l2(stages.get(1));
    List<Double> best =
        Ranking.best(done.get("fine"), 2).stream().map(c -> c.hyperparameters().l2()).toList();
    assertEquals(fine.narrowed(best, 0.1), l2(stages.get(2)));
  }

  @Test
  void plan_ofALeapBack_goesByTheStageThatItNames() {
    List<PlannedStage> stages =
        plan(
            """
            stages = [coarse, fine, other]
            stage.coarse { trials = 9, space.l2 { log-uniform = [1e-5, 1e-1] } }
            stage.fine { trials = 9, narrow { from = coarse, best = 2, margin = 0 } }
            stage.other { trials = 9, narrow { from = coarse, best = 3, margin = 0.2 } }
            """);
    List<Double> best =
        Ranking.best(done.get("coarse"), 3).stream().map(c -> c.hyperparameters().l2()).toList();
    assertEquals(new Domain.LogUniform(1e-5, 1e-1).narrowed(best, 0.2), l2(stages.get(2)));
  }

  @Test
  void configurationsThatAreDrawnAgain_areFurtherRepeats() {
    List<PlannedStage> stages =
        plan(
            """
            stages = [only]
            stage.only { sampler = random, trials = 6, repeats = 2, space.l2 = [0, 0.1, 0.2] }
            """);
    List<Trial> trials = stages.get(0).trials();
    assertEquals(12, trials.size());
    record Training(String configuration, int repeat) {}

    assertEquals(
        12,
        new HashSet<>(
                trials.stream()
                    .map(t -> new Training(t.hyperparameters().configuration(), t.repeat()))
                    .toList())
            .size());
  }

  @Test
  void checkData_movesOfWhatIsNoImage_areRefusedByName() {
    assertEquals(
        "flip of stage coarse must be 0 for data that are no images of bytes, but table are no"
            + " images",
        refusal(TABLE, "stage.coarse { trials = 2, space.flip { uniform = [0, 0.5] } }"));
    assertEquals(
        "shift of stage coarse must be 0 for data that are no images of bytes, but table are no"
            + " images",
        refusal(TABLE, "stage.coarse { trials = 2, space.l2 = [0, 1], training.shift = 1 }"));
    assertEquals(
        "flip of stage coarse must be 0 for data that are no images of bytes, but floats are images"
            + " of floats",
        refusal(FLOATS, "stage.coarse { trials = 2, space.flip = [0, 0.5] }"));
  }

  @Test
  void checkData_otherAugmentation_isForAllData() {
    String stage = "stages = [a], stage.a { trials = 2, space.noise = [0, 1], space.flip = [0] }";
    SearchConf conf = ConfFile.parse(CONF.formatted(stage), "x.conf", List.of(), Map.of());
    new StagePlanner(conf, TABLE).checkData();
    new StagePlanner(conf, FLOATS).checkData();
  }

  private static String refusal(DataSet set, String stage) {
    String stages = "stages = [coarse]\n" + stage;
    SearchConf conf = ConfFile.parse(CONF.formatted(stages), "x.conf", List.of(), Map.of());
    new StagePlanner(conf, IMAGES).checkData();
    return assertThrows(DataException.class, () -> new StagePlanner(conf, set).checkData())
        .getMessage();
  }

  /** Plans all stages of a conf, of which all trials complete, the later ones a little better. */
  private List<PlannedStage> plan(String stages) {
    SearchConf conf = ConfFile.parse(CONF.formatted(stages), "x.conf", List.of(), Map.of());
    StagePlanner planner = new StagePlanner(conf, IMAGES);
    List<PlannedStage> planned = new ArrayList<>();
    for (StageConf stage : conf.stages()) {
      planned.add(planner.plan(stage, done));
      List<Trial> trials = planned.get(planned.size() - 1).trials();
      done.put(stage.name(), trials.stream().map(StagePlannerTest::completed).toList());
    }
    return planned;
  }

  private static TrialResult completed(Trial trial) {
    Metrics metrics = new Metrics(1, 1, 0.01 * trial.index());
    return new TrialResult(trial, Status.COMPLETED, null, 4, metrics, metrics, null, List.of());
  }

  private static Domain.LogUniform l2(PlannedStage stage) {
    return (Domain.LogUniform) stage.narrowed().map(SearchSpace::l2).orElseThrow();
  }
}
