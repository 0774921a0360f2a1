package dev.sieve.data.component;

import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.input.Inputs;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.data.input.Scaling;
import dev.sieve.kernel.Products;
import dev.sieve.team.Team;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The principal components of all examples of a data set, r floats each, and what they are
 * components of: what is broadcast in place of the data set.
 */
public final class ComponentExamples implements Serializable {
  private static final long serialVersionUID = 1;

  private final PrincipalComponents components;
  private final Examples pool;
  private final Examples test;
  private final float[] signs; // null where examples are no images

  private ComponentExamples(
      PrincipalComponents components, Examples pool, Examples test, float[] signs) {
    this.components = requireNonNull(components, "components are null");
    this.pool = pool;
    this.test = test;
    this.signs = signs;
  }

  /**
   * Returns the {@code components} of the examples of {@code set}, seen through {@code scaling}.
   */
  public static ComponentExamples of(
      DataSet set, Scaling scaling, PrincipalComponents components, Products products, Team team) {
    Projection projection = new Projection(products, components);
    return new ComponentExamples(
        components,
        of(set.pool(), set, scaling, projection, team),
        of(set.test(), set, scaling, projection, team),
        set.shape() == null ? null : signs(components));
  }

  private static Examples of(
      Examples examples, DataSet set, Scaling scaling, Projection projection, Team team) {
    Inputs inputs = new NormalizedExamples(examples, set.shape(), scaling);
    return new Examples(projection.of(inputs, team), examples.labels());
  }

  private static float[] signs(PrincipalComponents components) {
    float[] signs = new float[components.count()];
    Arrays.fill(signs, 1);
    for (int c = 0; c < signs.length; c++) {
      signs[c] = components.isOdd(c) ? -1 : 1;
    }
    return signs;
  }

  /** Returns what these are components of. */
  public PrincipalComponents components() {
    return components;
  }

  /** Returns the examples to train and validate on. */
  public Inputs pool() {
    return new ComponentInputs(pool, signs);
  }

  /** Returns the test examples. */
  public Inputs test() {
    return new ComponentInputs(test, signs);
  }

  public int classes() {
    return pool.classes();
  }
}
