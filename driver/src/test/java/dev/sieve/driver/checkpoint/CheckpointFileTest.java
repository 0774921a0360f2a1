package dev.sieve.driver.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.Selection;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.engine.SieveEngine;
import dev.sieve.net.Optimizer;
import dev.sieve.schedule.CosineCycles;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.schedule.StepDecay;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.team.Cores;
import dev.sieve.train.Checkpoints;
import dev.sieve.train.PackState;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingContext;
import dev.sieve.train.TrainingData;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Averaging;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.Ensembles;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Metric;
import dev.sieve.trial.Trial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CheckpointFileTest {

  private static PackState read(byte[] file) throws IOException, CheckpointFile.Damage {
    InputStream in = new ByteArrayInputStream(file);
    return CheckpointFile.state(in, CheckpointFile.header(in));
  }

  private static byte[] file(byte[] body) {
    return CheckpointFile.bytes("search", List.of(), 1, body);
  }

  private static void assertRefused(byte[] body) {
    assertThrows(CheckpointFile.Damage.class, () -> read(file(body)));
  }

  private static void assertRefused(Serializable state) {
    assertRefused(CheckpointFile.serialized(state));
  }

  /** One trial of each optimizer, of the kinds of learning rates, and one that diverges. */
  private static List<Trial> trials() {
    List<Optimizer> optimizers =
        List.of(
            new Optimizer.Sgd(),
            new Optimizer.Momentum(0.9),
            new Optimizer.Nesterov(0.9),
            Optimizer.Adam.PAPER);
    List<LearningRateSchedule> schedules =
        List.of(
            new LearningRateSchedule.Constant(1e9),
            new StepDecay(0.01, 0.5, 1),
            new CosineCycles(0.01, 0.001, 1, 1),
            new LearningRateSchedule.Constant(0.01));
    return IntStream.range(0, 4)
        .mapToObj(
            i ->
                new Trial(
                    "coarse",
                    i,
                    new Hyperparameters(
                            List.of(4, 3), 0.01, 20, schedules.get(i), new Initialization.He())
                        .with(Axes.OPTIMIZER, optimizers.get(i))
                        .with(Axes.DROPOUT, 0.2),
                    0,
                    2))
        .toList();
  }

  @Test
  void statesOfAllKinds_comeBack() {
    DataSet images = Synthetic.generate(60, 20, 1);
    SplitRule rule = new SplitRule(new Selection.Count(40), new Selection.Count(20));
    Split split = Split.of(images, rule, 1);
    TrainingData data =
        TrainingData.of(
            images, split, Normalization.PER_PIXEL.fit(images.pool().values(), split.train()));
    for (EarlyStopping stopping : List.of(EarlyStopping.NEVER, new EarlyStopping(1, 0))) {
      Ensembles ensembles =
          stopping.equals(EarlyStopping.NEVER) ? Ensembles.CYCLES : Ensembles.NONE;
      Evaluation evaluation =
          new Evaluation(
              1,
              TrainMetrics.RUNNING,
              true,
              stopping,
              ensembles,
              true,
              new Averaging(Averaging.Of.LAST, 2),
              Metric.MACRO_F1,
              true);
      TrainingSettings settings =
          new TrainingSettings(new SieveEngine(), 1, evaluation, 1e4, true, true);
      SavedAndRead each = new SavedAndRead();
      TrainingContext context =
          new TrainingContext(n -> {}, TrainingContext.UNLIMITED, () -> false, each, new Cores(1));
      Trainer.train(data, settings, trials(), context);
      assertTrue(each.saved > 1);
    }
  }

  /** Saves after each update, and compares what is read. */
  private static final class SavedAndRead implements Checkpoints {
    private int saved;

    @Override
    public boolean isDue() {
      return true;
    }

    @Override
    public Optional<PackState> last() {
      return Optional.empty();
    }

    @Override
    public void paused(PackState state) {}

    @Override
    public void save(PackState state) {
      try {
        PackState read = read(CheckpointFile.bytes("search", state));
        assertEquals(state.trials(), read.trials());
        assertEquals(state.step(), read.step());
        saved++;
      } catch (IOException | CheckpointFile.Damage e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  @Timeout(60)
  void setsWithinSets_areRefused_insteadOfCountedForEver() {
    HashSet<Object> outermost = new HashSet<>();
    HashSet<Object> one = outermost;
    HashSet<Object> other = new HashSet<>();
    for (int i = 0; i < 100; i++) { // 2^100 ways from the outermost to the innermost
      HashSet<Object> inner = new HashSet<>();
      HashSet<Object> otherInner = new HashSet<>(Set.of("differs"));
      one.addAll(List.of(inner, otherInner));
      other.addAll(List.of(inner, otherInner));
      one = inner;
      other = otherInner;
    }
    assertRefused(outermost);
  }

  @Test
  void objectsThatLieTooDeep_orOfOtherClasses_areRefused() {
    ArrayList<Object> deep = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    assertRefused(deep);
    assertRefused(new Thread.State[] {Thread.State.NEW});
    assertRefused("a text");
  }

  @Test
  void arrayThatSaysItIsLarge_takesNoMemory() {
    byte[] body = CheckpointFile.serialized(new double[1]);
    ByteBuffer.wrap(body).putInt(body.length - 12, Integer.MAX_VALUE);
    assertRefused(body);
  }
}
