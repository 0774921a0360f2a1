package dev.sieve.data.component;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.Labels;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.data.input.Scaling;
import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Products;
import dev.sieve.sample.RandomStream;
import dev.sieve.team.Cores;
import dev.sieve.team.Team;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  private static final Products PRODUCTS = new SieveEngine().products();
  private static final ImageShape SHAPE = new ImageShape(9, 11, 2);
  private static final DataSet SET = waves();
  private static final int[] ROWS = IntStream.range(0, 250).toArray();
  private static final Scaling SCALING = Normalization.PER_PIXEL.fit(SET.pool().values(), ROWS);
  private static final NormalizedExamples POOL =
      new NormalizedExamples(SET.pool(), SET.shape(), SCALING);

  /** Images of twelve waves, the later ones weaker, and a little noise. */
  private static DataSet waves() {
    RandomStream random = new RandomStream(5);
    byte[] pixels = new byte[300 * SHAPE.inputs()];
    int[] labels = new int[300];
    for (int image = 0; image < 300; image++) {
      double[] strength = new double[12];
      Arrays.setAll(strength, k -> 30 * random.nextGaussian() / (1 + k));
      for (int j = 0; j < SHAPE.inputs(); j++) {
        double value = 128 + 2 * random.nextGaussian();
        for (int k = 0; k < strength.length; k++) {
          value += strength[k] * Math.sin(k * (j % 11) / 3.0 + k * (j / 11) / 7.0 + k * k);
        }
        pixels[image * SHAPE.inputs() + j] = (byte) Math.max(0, Math.min(255, value));
      }
      labels[image] = image % 3;
    }
    Examples pool = new Examples(new ByteValues(SHAPE.inputs(), pixels), new Labels(3, labels));
    DataSet.Part all = new DataSet.Part("all", 300);
    return new DataSet("waves", pool, List.of(all), pool, List.of(), SHAPE);
  }

  private static SecondMoments moments(ImageShape shape, int threads) {
    try (Team team = new Cores(threads).join()) {
      return SecondMoments.of(POOL, ROWS, shape, PRODUCTS, team);
    }
  }

  private static PrincipalComponents components(SecondMoments moments, int count, int threads) {
    try (Team team = new Cores(threads).join()) {
      return PrincipalComponents.of(moments, count, 1, PRODUCTS, team);
    }
  }

  private static final PrincipalComponents TEN = components(moments(SET.shape(), 1), 10, 1);

  private static double[] example(int row) {
    float[] x = new float[SET.width()];
    POOL.load(row, x, 0);
    return IntStream.range(0, x.length).mapToDouble(j -> x[j]).toArray();
  }

  private static double[] mirrored(double[] x) {
    return IntStream.range(0, x.length).mapToDouble(j -> x[j / 11 * 11 + 10 - j % 11]).toArray();
  }

  private static double dot(float[] direction, double[] x) {
    return IntStream.range(0, x.length).mapToDouble(j -> direction[j] * x[j]).sum();
  }

  @Test
  void directions_areOrthonormal() {
    for (int c = 0; c < 10; c++) {
      double[] direction = new double[SET.width()];
      for (int j = 0; j < direction.length; j++) {
        direction[j] = TEN.direction(c)[j];
      }
      for (int k = 0; k <= c; k++) {
        assertEquals(c == k ? 1 : 0, dot(TEN.direction(k), direction), 1e-5, c + ", " + k);
      }
    }
  }

  /** Their share, by hand: mean squares of the examples and their mirror images along each. */
  @Test
  void share_isThatOfTheSquares_andFallsFromComponentToComponent() {
    double total = 0;
    double[] held = new double[10];
    for (int row : ROWS) {
      double[] x = example(row);
      double[] other = mirrored(x);
      for (double value : x) {
        total += 2 * value * value;
      }
      for (int c = 0; c < 10; c++) {
        held[c] +=
            Math.pow(dot(TEN.direction(c), x), 2) + Math.pow(dot(TEN.direction(c), other), 2);
      }
    }
    double sum = 0;
    for (int c = 0; c < 10; c++) {
      assertTrue(c == 0 || held[c] <= held[c - 1] * 1.000001, "component " + c);
      sum += held[c];
    }
    assertEquals(sum / total, TEN.share(), 1e-5);
  }

  /** Of so many, all directions are computed, without any iteration. */
  @Test
  void fewComponents_holdWhatTheBestOnesHold() {
    PrincipalComponents all = components(moments(SET.shape(), 1), 99, 2);
    double best = 0;
    double total = 0;
    for (int row : ROWS) {
      double[] x = example(row);
      double[] other = mirrored(x);
      for (double value : x) {
        total += 2 * value * value;
      }
      for (int c = 0; c < 10; c++) {
        best += Math.pow(dot(all.direction(c), x), 2) + Math.pow(dot(all.direction(c), other), 2);
      }
    }
    assertEquals(best / total, TEN.share(), 1e-6);
  }

  @Test
  void eachComponent_isEvenOrOdd_andBothOccur() {
    for (int c = 0; c < 10; c++) {
      double[] x = example(c);
      double sign = TEN.isOdd(c) ? -1 : 1;
      assertEquals(
          sign * dot(TEN.direction(c), x),
          dot(TEN.direction(c), mirrored(x)),
          1e-4,
          "component " + c);
    }
    assertTrue(IntStream.range(0, 10).anyMatch(TEN::isOdd), "none is odd");
    assertTrue(!IntStream.range(0, 10).allMatch(TEN::isOdd), "all are odd");
  }

  @Test
  void cores_changeNoBit() {
    PrincipalComponents three = components(moments(SET.shape(), 3), 10, 2);
    for (int c = 0; c < 10; c++) {
      assertArrayEquals(TEN.direction(c), three.direction(c), "component " + c);
    }
    assertEquals(TEN.share(), three.share());
  }

  @Test
  void noImages_haveNoOddComponents() {
    PrincipalComponents flat = components(moments(null, 1), 10, 1);
    assertTrue(IntStream.range(0, 10).noneMatch(flat::isOdd), "one is odd");
  }

  /** Without a mirror to serve, the same number of components holds a little more. */
  @Test
  void mirrors_costLittle() {
    double flat = components(moments(null, 1), 10, 1).share();
    assertTrue(TEN.share() < flat && TEN.share() > 0.5 * flat, TEN.share() + " of " + flat);
  }

  @Test
  void components_areTheirDirectionsTimesAnExample_andOfAMirrorImageTheirSign() {
    ComponentExamples examples = ComponentExamples.of(SET, SCALING, TEN, PRODUCTS, Team.alone());
    float[] z = new float[12];
    float[] mirrored = new float[12];
    examples.pool().load(299, z, 2);
    examples.pool().mover(0, 1).orElseThrow().load(299, true, 0, 0, false, 0, mirrored, 2);
    for (int c = 0; c < 10; c++) {
      assertEquals(dot(TEN.direction(c), example(299)), z[2 + c], 1e-4, "component " + c);
      assertEquals(TEN.isOdd(c) ? -z[2 + c] : z[2 + c], mirrored[2 + c]);
    }
    assertEquals(SET.pool().labels().of(299), examples.pool().label(299));
    assertEquals(300, examples.test().count());
  }

  @Test
  void shiftsOfComponents_areRefused() {
    ComponentExamples examples = ComponentExamples.of(SET, SCALING, TEN, PRODUCTS, Team.alone());
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> examples.pool().mover(2, 1));
    assertEquals("shift must be 0 for principal components, but was 2", refused.getMessage());
  }

  /** Two units, one after the other: Wᵀ z on components is (V W)ᵀ x on all inputs. */
  @Test
  void weightsOnComponents_haveTheirLikeOnAllInputs_andBack() {
    float[] w = new float[20];
    for (int i = 0; i < w.length; i++) {
      w[i] = i - 7.5f;
    }
    float[] all = TEN.onAllInputs(w, 2);
    double[] x = example(3);
    for (int unit = 0; unit < 2; unit++) {
      double onComponents = 0;
      double onAll = 0;
      for (int c = 0; c < 10; c++) {
        onComponents += w[unit * 10 + c] * dot(TEN.direction(c), x);
      }
      for (int j = 0; j < x.length; j++) {
        onAll += all[unit * x.length + j] * x[j];
      }
      assertEquals(onComponents, onAll, 1e-3);
    }
    assertArrayEquals(w, TEN.onComponents(all, 2, PRODUCTS), 1e-4f);
  }

  @Test
  void moreComponentsThanInputs_areRefused() {
    SecondMoments moments = moments(SET.shape(), 1);
    for (int count : new int[] {0, 199}) {
      Exception refused =
          assertThrows(IllegalArgumentException.class, () -> components(moments, count, 1));
      assertEquals(
          "components must be 1 to 198, the number of inputs, but were " + count,
          refused.getMessage());
    }
  }

  @Test
  void varyingInputs_areCounted_upToEnough() {
    assertEquals(198, VaryingInputs.count(POOL, ROWS, 198));
    assertTrue(VaryingInputs.count(POOL, ROWS, 5) >= 5);
    assertEquals(0, VaryingInputs.count(POOL, new int[] {4, 4}, 5));
  }
}
