package dev.sieve.driver.conf.read;

import dev.sieve.Rule;
import dev.sieve.data.source.DataSource;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.SamplerKind;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.Optional;

/** Reads a stage that draws its configurations from a space. */
final class StageReader {
  private static final int MOST_TRIALS = 1_000_000;
  private static final int MOST_REPEATS = 1_000;
  private static final Format<SamplerKind> SAMPLER =
      Formats.words(SamplerKind.values(), SamplerKind::text);
  private static final Format<Integer> TRIALS = Formats.INTEGER.obeying(upTo(MOST_TRIALS));
  static final Format<Integer> REPEATS = Formats.INTEGER.obeying(upTo(MOST_REPEATS));
  private static final Format<Integer> BEST = Formats.INTEGER.obeying(Rule.AT_LEAST_ONE);
  private static final Format<Double> MARGIN = Formats.NUMBER.obeying(Rule.NOT_NEGATIVE);

  private static Rule<Integer> upTo(int most) {
    return new Rule<>("must be 1 to " + most, n -> 1 <= n && n <= most);
  }

  private final String name;
  private final Section stage;
  private final Scope scope;
  private final Optional<StageConf> from;
  private final Problems problems;

  /**
   * @param scope the stage's
   * @param from the stage it is narrowed from, where it is and that one could be read
   */
  StageReader(String name, Section stage, Scope scope, Optional<StageConf> from) {
    this.name = name;
    this.stage = stage;
    this.scope = scope;
    this.from = from;
    this.problems = stage.reading().problems();
  }

  Optional<StageConf> read(Section data, Optional<DataSource> source, Optional<String> narrowFrom) {
    StageBasics basics = StageBasics.read(name, stage, scope, data, source);
    return basics.conf(name, plan(basics.space(), narrowFrom));
  }

  private Optional<StagePlan> plan(Optional<SearchSpace> space, Optional<String> narrowFrom) {
    Optional<SamplerKind> sampler = sampler(space, narrowFrom.isPresent());
    Optional<Narrowing> narrowing = narrowFrom.flatMap(this::narrowing);
    Optional<Integer> given = stage.read("trials", TRIALS);
    if (space.isEmpty() || sampler.isEmpty() || narrowing.isPresent() != narrowFrom.isPresent()) {
      return Optional.empty();
    }
    Optional<Integer> trials =
        sampler.get() == SamplerKind.GRID
            ? gridSize(space.get(), given)
            : drawn(space.get(), given);
    return trials.map(n -> new StagePlan.Search(sampler.get(), space.get(), n, narrowing));
  }

  private Optional<SamplerKind> sampler(Optional<SearchSpace> space, boolean narrowed) {
    Optional<Entry> entry = stage.find("sampler");
    if (entry.isEmpty()) {
      Optional<SamplerKind> usual = space.map(known -> usual(known, narrowed));
      usual.ifPresent(kind -> stage.reading().use(stage.path() + ".sampler", kind.text()));
      return usual;
    }
    Optional<SamplerKind> sampler = stage.read("sampler", SAMPLER);
    if (narrowed && sampler.equals(Optional.of(SamplerKind.GRID))) {
      problems.refuse(
          entry.get(),
          "must be random where narrow is given: the size of a narrowed grid is not"
              + " known beforehand");
    }
    return sampler;
  }

  private static SamplerKind usual(SearchSpace space, boolean narrowed) {
    boolean listed = space.cube().stream().allMatch(Domain.Choice.class::isInstance);
    return listed && !narrowed ? SamplerKind.GRID : SamplerKind.RANDOM;
  }

  private Optional<Narrowing> narrowing(String fromStage) {
    Section narrow = stage.section("narrow").knowing(Keys.NARROW);
    Optional<Integer> best = narrow.read("best", BEST);
    Optional<Double> margin = narrow.read("margin", MARGIN);
    if (best.isEmpty() || margin.isEmpty()) {
      return Optional.empty();
    }
    int most = from.map(conf -> conf.plan().configurations()).orElse(Integer.MAX_VALUE);
    if (best.get() > most) {
      problems.refuse(
          narrow.find("best").orElseThrow(),
          String.format("must be at most the %d trials of stage %s", most, fromStage));
    }
    return Optional.of(new Narrowing(fromStage, best.get(), margin.get(), scope.owned()));
  }

  /** Returns the number of points of the grid; {@code trials} must say the same or nothing. */
  private Optional<Integer> gridSize(SearchSpace space, Optional<Integer> given) {
    double size = space.cube().stream().mapToDouble(Domain::levels).reduce(1, (a, b) -> a * b);
    if (size == 0) {
      refuseGrid("must be random: a grid needs lists or integers, and the space has a range");
      return Optional.empty();
    }
    if (size > MOST_TRIALS) {
      refuseGrid(String.format("must be random: the grid has more than %d points", MOST_TRIALS));
      return Optional.empty();
    }
    if (given.filter(n -> n != size).isPresent()) {
      problems.refuse(
          stage.find("trials").orElseThrow(),
          String.format("must be absent or the grid's %d points", (int) size));
    }
    stage.reading().use(stage.path() + ".trials", (int) size);
    return Optional.of((int) size);
  }

  private void refuseGrid(String rule) {
    stage
        .find("sampler")
        .ifPresentOrElse(
            entry -> problems.refuse(entry, rule),
            () -> problems.missing(stage.path() + ".sampler", rule));
  }

  private Optional<Integer> drawn(SearchSpace space, Optional<Integer> given) {
    if (stage.find("trials").isEmpty()) {
      problems.missing(stage.path() + ".trials", "must be given where the sampler is random");
    }
    boolean nothingToDraw = space.cube().stream().allMatch(domain -> domain.levels() == 1);
    if (nothingToDraw && given.filter(n -> n > 1).isPresent()) {
      problems.refuse(
          stage.find("trials").orElseThrow(),
          "must be 1 where space searches nothing, or all trials are the same");
    }
    return given;
  }
}
