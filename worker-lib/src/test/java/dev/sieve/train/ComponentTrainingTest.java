package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.team.Team;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Networks that train on principal components instead of all inputs. */
class ComponentTrainingTest {
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(new SieveEngine(), 1, TestData.EVALUATION, 1e4, true, true);
  private static final Products PRODUCTS = new SieveEngine().products();
  private static final ImageShape SHAPE = new ImageShape(4, 5, 1);
  private static final DataSet SET = images();
  private static final int[] TRAIN = IntStream.range(0, 160).toArray();
  private static final int[] VALIDATION = IntStream.range(160, 200).toArray();
  private static final Scaling SCALING = Normalization.PER_PIXEL.fit(SET.pool().values(), TRAIN);
  private static final TrainingData ALL = TrainingData.of(SET, TRAIN, VALIDATION, SCALING);

  /** 200 images of 3 classes, which differ in where they are bright. */
  private static DataSet images() {
    RandomStream random = new RandomStream(2);
    byte[] pixels = new byte[200 * 20];
    int[] labels = IntStream.range(0, 200).map(i -> i % 3).toArray();
    for (int i = 0; i < pixels.length; i++) {
      boolean bright = i % 20 % 3 == labels[i / 20];
      pixels[i] = (byte) ((bright ? 120 : 60) + random.nextInt(80));
    }
    Examples examples = new Examples(new ByteValues(20, pixels), new Labels(3, labels));
    List<DataSet.Part> parts = List.of(new DataSet.Part("all", 200));
    return new DataSet("images", examples, parts, examples, List.of(), SHAPE);
  }

  private static TrainingData components(int count) {
    try (Team team = Team.alone()) {
      NormalizedExamples pool = new NormalizedExamples(SET.pool(), SHAPE, SCALING);
      SecondMoments moments = SecondMoments.of(pool, TRAIN, SHAPE, PRODUCTS, team);
      PrincipalComponents basis = PrincipalComponents.of(moments, count, 1, PRODUCTS, team);
      return TrainingData.of(
          ComponentExamples.of(SET, SCALING, basis, PRODUCTS, team), TRAIN, VALIDATION);
    }
  }

  private static Trial trial(int index, double flip) {
    Hyperparameters chosen =
        TestData.hyperparameters(List.of(4), 0.001, 20, 0.1).with(Axes.FLIP, flip);
    return TestData.trial(index, chosen, 3);
  }

  private static Trained train(TrainingData data, Trial trial) {
    Trained trained = Trainer.train(data, SETTINGS, List.of(trial), epochs -> {}).get(0);
    assertEquals(Status.COMPLETED, trained.result().status(), trained.failureMessage());
    return trained;
  }

  /**
   * A rotation of all inputs changes nothing: first weights, mini-batches and steps are the same.
   */
  @Test
  void asManyComponentsAsInputs_trainToTheSameNetwork() {
    Trained expected = train(ALL, trial(0, 0));
    Trained rotated = train(components(20), trial(0, 0));
    assertEquals(expected.result().validation().loss(), rotated.result().validation().loss(), 1e-5);
    assertEquals(expected.result().train().cost(), rotated.result().train().cost(), 1e-5);
    assertArrayEquals(expected.weights().w(0), rotated.weights().w(0), 1e-4f);
    assertArrayEquals(expected.weights().b(1), rotated.weights().b(1), 1e-4f);
  }

  @Test
  void fewComponents_giveANetworkOnAllInputs_withTheSameAnswers() {
    TrainingData few = components(6);
    Trained trained = train(few, trial(0, 0));
    Weights weights = trained.weights();
    assertEquals(20, weights.topology().inputs());
    float[] x = new float[20];
    for (int i = 0; i < VALIDATION.length; i++) {
      ALL.pool().load(VALIDATION[i], x, 0);
      assertEquals(
          trained.outputs().plain().validation()[i * 3],
          Math.exp(score(weights, x, 0))
              / IntStream.range(0, 3).mapToDouble(c -> Math.exp(score(weights, x, c))).sum(),
          1e-4);
    }
  }

  private static double score(Weights weights, float[] x, int c) {
    double score = weights.b(1)[c];
    for (int u = 0; u < 4; u++) {
      double sum = weights.b(0)[u];
      for (int j = 0; j < x.length; j++) {
        sum += weights.w(0)[u * x.length + j] * x[j];
      }
      score += weights.w(1)[c * 4 + u] * Math.max(0, sum);
    }
    return score;
  }

  @Test
  void mirroredImages_trainComponentsToo() {
    TrainingData few = components(6);
    double plain = train(few, trial(0, 0)).result().train().loss();
    double flipped = train(few, trial(0, 0.5)).result().train().loss();
    assertTrue(plain != flipped, "both are " + plain);
  }

  @Test
  void packOfComponents_hasTheBitsOfItsTrialsAlone() {
    TrainingData few = components(6);
    List<Trial> pack = List.of(trial(0, 0.5), trial(1, 0.5), trial(2, 0.5));
    List<Trained> together = Trainer.train(few, SETTINGS, pack, epochs -> {});
    for (int k = 0; k < pack.size(); k++) {
      assertArrayEquals(
          train(few, pack.get(k)).weights().w(0), together.get(k).weights().w(0), "trial " + k);
    }
  }
}
