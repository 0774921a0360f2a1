package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import dev.sieve.data.component.ComponentExamples;
import dev.sieve.data.component.PrincipalComponents;
import dev.sieve.data.component.SecondMoments;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.data.input.Scaling;
import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Products;
import dev.sieve.sample.RandomStream;
import dev.sieve.team.Cores;
import dev.sieve.team.Team;
import dev.sieve.train.state.Outputs;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.Ensembles;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that are measured by each image and its mirror image. */
class MirrorTest {
  private static final Products PRODUCTS = new SieveEngine().products();
  private static final ImageShape SHAPE = new ImageShape(4, 5, 1);
  private static final int PIXELS = 20;
  private static final int CLASSES = 3;
  private static final int[] TRAIN = IntStream.range(0, 60).toArray();
  private static final int[] VALIDATION = IntStream.range(60, 400).toArray(); // two batches

  /** The test images are the mirror images of those that validate. */
  private static final DataSet SET = images();

  private static final Scaling SCALING = Normalization.GLOBAL.fit(SET.pool().values(), TRAIN);
  private static final TrainingData DATA = TrainingData.of(SET, TRAIN, VALIDATION, SCALING);

  private static DataSet images() {
    RandomStream random = new RandomStream(2);
    byte[] pixels = new byte[400 * PIXELS];
    int[] labels = IntStream.range(0, 400).map(i -> i % CLASSES).toArray();
    for (int i = 0; i < pixels.length; i++) {
      boolean bright = i % PIXELS % CLASSES == labels[i / PIXELS];
      pixels[i] = (byte) ((bright ? 120 : 60) + random.nextInt(80));
    }
    byte[] mirrored = new byte[VALIDATION.length * PIXELS];
    for (int i = 0; i < mirrored.length; i++) {
      int line = i - i % SHAPE.width();
      int column = SHAPE.width() - 1 - i % SHAPE.width();
      mirrored[i] = pixels[VALIDATION[0] * PIXELS + line + column];
    }
    return new DataSet(
        "images",
        new Examples(new ByteValues(PIXELS, pixels), new Labels(CLASSES, labels)),
        List.of(new DataSet.Part("all", 400)),
        new Examples(
            new ByteValues(PIXELS, mirrored),
            new Labels(CLASSES, IntStream.of(VALIDATION).map(i -> labels[i]).toArray())),
        List.of(),
        SHAPE);
  }

  private static TrainingSettings settings(boolean mirror) {
    Evaluation evaluation =
        new Evaluation(
            0, TrainMetrics.RUNNING, true, EarlyStopping.NEVER, Ensembles.CYCLES, mirror);
    return new TrainingSettings(new SieveEngine(), 1, evaluation, 1e4, true, true);
  }

  private static List<Trial> trials() {
    return IntStream.range(0, 4)
        .mapToObj(
            i -> {
              List<Integer> hidden =
                  List.of(List.<Integer>of(), List.of(4), List.of(5, 3)).get(i % 3);
              return TestData.trial(i, TestData.hyperparameters(hidden, 0.001, 20, 0.1), 6 - i);
            })
        .toList();
  }

  private static List<Trained> train(TrainingData data, boolean mirror, int cores) {
    TrainingContext context = TrainingContext.of(n -> {}).on(new Cores(cores));
    return Trainer.train(data, settings(mirror), trials(), context);
  }

  @Test
  void means_areThoseOfImagesAndMirrorImages() {
    for (Trained trained : train(DATA, true, 1)) {
      Outputs outputs = trained.outputs();
      float[] images = outputs.plain().validation();
      float[] mirrored = outputs.plain().test();
      int correct = 0;
      double loss = 0;
      float[] means = new float[images.length];
      for (int i = 0; i < VALIDATION.length; i++) {
        int best = 0;
        for (int c = 0; c < CLASSES; c++) {
          int at = i * CLASSES + c;
          means[at] = (images[at] + mirrored[at]) / 2;
          best = means[at] > means[i * CLASSES + best] ? c : best;
        }
        int label = SET.pool().labels().of(VALIDATION[i]);
        correct += best == label ? 1 : 0;
        loss -= Math.log(means[i * CLASSES + label]);
      }
      assertArrayEquals(means, outputs.mirror().validation());
      assertArrayEquals(means, outputs.mirror().test());
      Measured mirror = trained.result().mirror();
      assertEquals((double) correct / VALIDATION.length, mirror.validation().accuracy());
      assertEquals(loss / VALIDATION.length, mirror.validation().loss(), 1e-12);
      assertEquals(mirror.validation(), mirror.test());
      assertEquals(
          trained.result().ensemble().mirror().validation(),
          trained.result().ensemble().mirror().test());
    }
  }

  @Test
  void nothingElse_isChanged() {
    List<Trained> plain = train(DATA, false, 1);
    List<Trained> mirrored = train(DATA, true, 1);
    for (int k = 0; k < plain.size(); k++) {
      assertNull(plain.get(k).result().mirror());
      assertNull(plain.get(k).outputs().mirror());
      assertEquals(plain.get(k).result().train(), mirrored.get(k).result().train());
      assertEquals(plain.get(k).result().test(), mirrored.get(k).result().test());
      assertEquals(plain.get(k).result().curve(), mirrored.get(k).result().curve());
      assertEquals(
          plain.get(k).result().ensemble().test(), mirrored.get(k).result().ensemble().test());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void pack_equalsItsMembersAlone(int cores) {
    List<Trained> packed = train(DATA, true, cores);
    for (int k = 0; k < packed.size(); k++) {
      Trained alone = Trainer.train(DATA, settings(true), List.of(trials().get(k)), n -> {}).get(0);
      assertEquals(alone.result(), packed.get(k).result());
      assertArrayEquals(alone.outputs().mirror().test(), packed.get(k).outputs().mirror().test());
    }
  }

  /** A rotation of all inputs: all that is left of the difference is rounding. */
  @Test
  void asManyComponentsAsInputs_comeToTheSameMeans() {
    TrainingData components;
    try (Team team = Team.alone()) {
      NormalizedExamples pool = new NormalizedExamples(SET.pool(), SHAPE, SCALING);
      SecondMoments moments = SecondMoments.of(pool, TRAIN, SHAPE, PRODUCTS, team);
      PrincipalComponents basis = PrincipalComponents.of(moments, PIXELS, 1, PRODUCTS, team);
      components =
          TrainingData.of(
              ComponentExamples.of(SET, SCALING, basis, PRODUCTS, team), TRAIN, VALIDATION);
    }
    List<Trained> all = train(DATA, true, 1);
    List<Trained> rotated = train(components, true, 1);
    for (int k = 0; k < all.size(); k++) {
      assertEquals(
          all.get(k).result().mirror().validation().loss(),
          rotated.get(k).result().mirror().validation().loss(),
          1e-4);
    }
  }

  @Test
  void examplesThatAreNoImages_areRefused() {
    TrainingData noise = TestData.of(PIXELS, 60);
    assertThrows(
        IllegalArgumentException.class,
        () -> Trainer.train(noise, settings(true), trials(), n -> {}));
  }
}
