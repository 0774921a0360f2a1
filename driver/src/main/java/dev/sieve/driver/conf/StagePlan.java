package dev.sieve.driver.conf;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.space.Overrides;
import dev.sieve.space.SearchSpace;
import java.util.Optional;

/** Which configurations a stage trains. */
public sealed interface StagePlan {

  /** Returns the number of trials of the stage. */
  int trials();

  /**
   * Draws configurations from a space.
   *
   * @param space before it is narrowed, where it is
   */
  record Search(SamplerKind sampler, SearchSpace space, int trials, Optional<Narrowing> narrowing)
      implements StagePlan {
    public Search {
      requireNonNull(sampler, "sampler is null");
      requireNonNull(space, "space is null");
      check(trials >= 1, "trials must be >= 1, but was %d", trials);
      requireNonNull(narrowing, "narrowing is null");
    }
  }

  /**
   * Takes the best configuration of an earlier stage.
   *
   * @param from name of that stage
   * @param overrides what is set anew
   */
  record Final(String from, Overrides overrides) implements StagePlan {
    public Final {
      requireNonNull(from, "from is null");
      requireNonNull(overrides, "overrides is null");
    }

    @Override
    public int trials() {
      return 1;
    }
  }
}
