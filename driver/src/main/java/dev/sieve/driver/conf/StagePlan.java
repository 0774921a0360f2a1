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

  /**
   * Returns the number of trials, at most: a space may have fewer configurations.
   *
   * @param repeats that the stage gives to each of its configurations
   */
  default int trials(int repeats) {
    return configurations() * repeats;
  }

  /** Returns what they are drawn from, before it is narrowed. */
  SearchSpace space();

  /** Returns the stage whose results it needs before it can begin, if any. */
  Optional<String> waitsFor();

  /** Returns what {@code search}, {@code confirm} or {@code last} makes of it, whichever it is. */
  <T> T map(Function<Search, T> search, Function<Confirm, T> confirm, Function<Final, T> last);

  /**
   * Draws configurations from a space.
   *
   * @param space before it is narrowed, where it is
   * @param pruner where trials that do badly are pruned
   */
  record Search(
      Sampling sampling,
      SearchSpace space,
      int configurations,
      Optional<Narrowing> narrowing,
      Optional<Pruner> pruner)
      implements StagePlan {
    public Search {
      requireNonNull(sampling, "sampling is null");
      requireNonNull(space, "space is null");
      require(configurations >= 1, "trials", "must be >= 1", configurations);
      requireNonNull(narrowing, "narrowing is null");
      requireNonNull(pruner, "pruner is null");
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
    public <T> T map(
        Function<Search, T> search, Function<Confirm, T> confirm, Function<Final, T> last) {
      return search.apply(this);
    }
  }

  /**
   * Takes the best configurations of an earlier stage, gives each one fresh repeat, and the best of
   * these as many more as the stage has repeats.
   *
   * @param from that stage
   * @param space it searched, before it was narrowed
   * @param finalists how many get more than one repeat
   */
  record Confirm(String from, SearchSpace space, int configurations, int finalists)
      implements StagePlan {
    public Confirm {
      requireNonNull(from, "from is null");
      requireNonNull(space, "space is null");
      require(configurations >= 1, "best", "must be >= 1", configurations);
      require(
          1 <= finalists && finalists <= configurations,
          "finalists",
          "must be 1 to best",
          finalists);
    }

    @Override
    public int trials(int repeats) {
      return configurations + finalists * repeats;
    }

    @Override
    public Optional<String> waitsFor() {
      return Optional.of(from);
    }

    @Override
    public <T> T map(
        Function<Search, T> search, Function<Confirm, T> confirm, Function<Final, T> last) {
      return confirm.apply(this);
    }
  }

  /**
   * Takes the best configuration of an earlier stage.
   *
   * @param space what is set anew here, and whatever that configuration may bring along
   * @param narrowing to that configuration alone, but for what is set anew
   * @param fresh whether its repeats are others than those of the stages that chose it
   */
  record Final(SearchSpace space, Narrowing narrowing, boolean fresh) implements StagePlan {
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
    public <T> T map(
        Function<Search, T> search, Function<Confirm, T> confirm, Function<Final, T> last) {
      return last.apply(this);
    }
  }
}
