package dev.sieve.driver.stage;

import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.data.Split;
import dev.sieve.data.component.ComponentExamples;
import dev.sieve.data.component.PrincipalComponents;
import dev.sieve.data.component.SecondMoments;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.data.input.Scaling;
import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Products;
import dev.sieve.team.Cores;
import dev.sieve.team.Team;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The principal components that stages train on, computed when they are first asked for. Stages
 * with the same split, normalization and number have the same object. Thread-safe.
 */
public final class StageComponents {
  private final int count;
  private final Supplier<ComponentExamples> computation;
  private ComponentExamples examples;

  StageComponents(int count, Supplier<ComponentExamples> computation) {
    this.count = count;
    this.computation = computation;
  }

  /** Returns the number of components r. */
  public int count() {
    return count;
  }

  /** Returns all examples as components; the same object at each call. */
  public synchronized ComponentExamples examples() {
    if (examples == null) {
      examples = computation.get();
    }
    return examples;
  }

  /** Returns in words what they are and hold. */
  public String text() {
    PrincipalComponents components = examples().components();
    return Texts.format(
        "%d principal components of %d inputs hold %.2f %% of their variance",
        count, components.inputs(), 100 * components.share());
  }

  /**
   * The principal components of one split and scaling, in any number: their moments are summed
   * once. By Sieve's own kernels, whatever engine trains: the same bits on every machine.
   */
  static final class Basis {
    private final DataSet set;
    private final Split split;
    private final Scaling scaling;
    private final Map<Integer, StageComponents> components = new HashMap<>();
    private SecondMoments moments; // null until first needed

    Basis(DataSet set, Split split, Scaling scaling) {
      this.set = set;
      this.split = split;
      this.scaling = scaling;
    }

    /** Returns the first {@code count}, the same object at each call; computes nothing yet. */
    StageComponents components(int count, long seed) {
      return components.computeIfAbsent(count, n -> new StageComponents(n, () -> compute(n, seed)));
    }

    private synchronized ComponentExamples compute(int count, long seed) {
      Products products = new SieveEngine().products();
      try (Team team = Cores.ofThisMachine().join()) {
        if (moments == null) {
          moments =
              SecondMoments.of(
                  new NormalizedExamples(set.pool(), set.shape(), scaling),
                  split.train(),
                  set.shape(),
                  products,
                  team);
        }
        PrincipalComponents basis = PrincipalComponents.of(moments, count, seed, products, team);
        return ComponentExamples.of(set, scaling, basis, products, team);
      }
    }
  }
}
