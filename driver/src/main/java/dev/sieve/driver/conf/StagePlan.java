package dev.sieve.driver.conf;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.sample.ask.SamplerName;
import dev.sieve.space.SearchSpace;
import java.util.Optional;
import java.util.function.Function;

/** Which configurations a stage trains. */
public sealed interface StagePlan {

  /** Returns the number of configurations of the stage. */
  int configurations();

  /** Returns what they are drawn from, before it is narrowed. */
  SearchSpace space();

  /** Returns the stage whose results it needs before it can begin, if any. */
  Optional<String> waitsFor();

  /** Returns what {@code search} or {@code last} makes of it, whichever it is. */
  <T> T map(Function<Search, T> search, Function<Final, T> last);

  /**
   * Draws configurations from a space.
   *
   * @param space before it is narrowed, where it is
   */
  record Search(
      Sampling sampling, SearchSpace space, int configurations, Optional<Narrowing> narrowing)
      implements StagePlan {
    public Search {
      requireNonNull(sampling, "sampling is null");
      requireNonNull(space, "space is null");
      require(configurations >= 1, "trials", "must be >= 1", configurations);
      requireNonNull(narrowing, "narrowing is null");
    }

    /** Returns how its points are drawn. */
    public SamplerName sampler() {
      return sampling.sampler();
    }

    @Override
    public Optional<String> waitsFor() {
      return narrowing.map(Narrowing::from);
    }

    @Override
    public <T> T map(Function<Search, T> search, Function<Final, T> last) {
      return search.apply(this);
    }
  }

  /**
   * Takes the best configuration of an earlier stage.
   *
   * @param space what is set anew here, and whatever that configuration may bring along
   * @param narrowing to that configuration alone, but for what is set anew
   */
  record Final(SearchSpace space, Narrowing narrowing) implements StagePlan {
    public Final {
      requireNonNull(space, "space is null");
      requireNonNull(narrowing, "narrowing is null");
      require(narrowing.best() == 1, "best", "must be 1", narrowing.best());
    }

    @Override
    public int configurations() {
      return 1;
    }

    @Override
    public Optional<String> waitsFor() {
      return Optional.of(narrowing.from());
    }

    @Override
    public <T> T map(Function<Search, T> search, Function<Final, T> last) {
      return last.apply(this);
    }
  }
}
