package dev.sieve.data.component;

import static dev.sieve.Checks.check;

import dev.sieve.kernel.Products;
import dev.sieve.sample.Streams;
import dev.sieve.team.Team;
import java.io.Serializable;

/**
 * The first principal components of some inputs: r orthonormal directions, (d × r), that hold as
 * much of the inputs' squares as r directions can; the one that holds most first. Each is even or
 * odd: of a mirrored image, an odd component has the opposite sign. They are not divided by their
 * deviations.
 *
 * <p>A pure function of the inputs and a seed, with the same bits on any number of cores. Not a
 * record: it is bulk, never compared.
 */
public final class PrincipalComponents implements Serializable {
  private static final long serialVersionUID = 1;

  private final Mirror mirror;
  private final boolean[] odd;
  private final float[][] halves; // of each direction, the half that is not 0
  private final double share;

  private PrincipalComponents(Mirror mirror, boolean[] odd, float[][] halves, double share) {
    this.mirror = mirror;
    this.odd = odd;
    this.halves = halves;
    this.share = share;
  }

  /**
   * Returns the first {@code count} components.
   *
   * @param count 1 to d
   * @param seed the search's
   */
  public static PrincipalComponents of(
      SecondMoments moments, int count, long seed, Products products, Team team) {
    Mirror mirror = moments.mirror();
    check(
        1 <= count && count <= mirror.inputs(),
        "components must be 1 to %d, the number of inputs, but were %d",
        mirror.inputs(),
        count);
    Eigenpairs[] pairs = new Eigenpairs[2];
    team.run(
        2,
        1,
        (from, to) -> {
          for (int half = from; half < to; half++) {
            int size = half == 0 ? mirror.even() : mirror.odd();
            pairs[half] =
                new SubspaceIteration(products, half == 0 ? moments.even() : moments.odd(), size)
                    .leading(count, Streams.of(seed, "components", half));
          }
        });
    return largest(mirror, pairs[0], pairs[1], count, moments.total());
  }

  /** Returns those with the largest eigenvalues of both halves; an even one before an odd one. */
  private static PrincipalComponents largest(
      Mirror mirror, Eigenpairs even, Eigenpairs odd, int count, double total) {
    boolean[] isOdd = new boolean[count];
    float[][] halves = new float[count][];
    double held = 0;
    int e = 0;
    int o = 0;
    for (int c = 0; c < count; c++) {
      isOdd[c] = e == even.count() || (o < odd.count() && odd.value(o) > even.value(e));
      held += isOdd[c] ? odd.value(o) : even.value(e);
      halves[c] = floats(isOdd[c] ? odd.vector(o++) : even.vector(e++));
    }
    return new PrincipalComponents(mirror, isOdd, halves, total == 0 ? 1 : held / total);
  }

  private static float[] floats(double[] vector) {
    float[] floats = new float[vector.length];
    for (int j = 0; j < floats.length; j++) {
      floats[j] = (float) vector[j];
    }
    return floats;
  }

  /** Returns the number of inputs d that they are directions of. */
  public int inputs() {
    return mirror.inputs();
  }

  /** Returns the number of components r. */
  public int count() {
    return halves.length;
  }

  /**
   * Returns how much of the sum of the inputs' squares they hold, in [0, 1]: the share of variance
   * where each input has mean 0.
   */
  public double share() {
    return share;
  }

  /** Returns whether component {@code c} of a mirrored image has the opposite sign. */
  public boolean isOdd(int c) {
    return odd[c];
  }

  /** Returns component {@code c} as a direction of the inputs: d numbers, of length 1. */
  public float[] direction(int c) {
    return mirror.join(halves[c], odd[c]);
  }

  Mirror mirror() {
    return mirror;
  }

  /** Returns the half of direction {@code c} that is not 0; the array itself. */
  float[] half(int c) {
    return halves[c];
  }

  /**
   * Returns V W, (d × units), the weights on all inputs that give what {@code w} gives on the
   * components: Wᵀ (Vᵀ x) = (V W)ᵀ x.
   *
   * @param w (r × units), column by column, as the result
   */
  public float[] onAllInputs(float[] w, int units) {
    int inputs = inputs();
    double[][] sums = new double[units][inputs];
    for (int c = 0; c < count(); c++) {
      float[] direction = direction(c);
      for (int u = 0; u < units; u++) {
        add(sums[u], w[u * count() + c], direction);
      }
    }
    float[] all = new float[Math.multiplyExact(inputs, units)];
    for (int u = 0; u < units; u++) {
      System.arraycopy(floats(sums[u]), 0, all, u * inputs, inputs);
    }
    return all;
  }

  /**
   * Returns VᵀW, (r × units): of each unit's weights on all inputs, the components.
   *
   * @param w (d × units), column by column, as the result
   */
  public float[] onComponents(float[] w, int units, Products products) {
    return new Projection(products, this).of(w, units);
  }

  private static void add(double[] sums, double factor, float[] direction) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += factor * direction[j];
    }
  }
}
