package dev.sieve.driver.plan;

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

/**
 * The principal components of one split and scaling, in any number: their moments are summed once.
 * By Sieve's own kernels, whatever engine trains: the same bits on every machine.
 */
final class ComponentBasis {
  private final DataSet set;
  private final Split split;
  private final Scaling scaling;
  private final Map<Integer, StageComponents> components = new HashMap<>();
  private SecondMoments moments; // null until first needed

  ComponentBasis(DataSet set, Split split, Scaling scaling) {
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
