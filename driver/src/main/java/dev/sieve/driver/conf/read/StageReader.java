package dev.sieve.driver.conf.read;

import dev.sieve.Rule;
import dev.sieve.Texts;
import dev.sieve.data.source.DataSource;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.Pruner;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.space.SearchSpace;
import java.util.Optional;

/** Reads a stage that draws its configurations from a space. */
final class StageReader {
  private static final int MOST_TRIALS = 1_000_000;
  private static final int MOST_REPEATS = 1_000;
  private static final Format<Integer> TRIALS = Formats.INTEGER.obeying(upTo(MOST_TRIALS));
  static final Format<Integer> REPEATS = Formats.INTEGER.obeying(upTo(MOST_REPEATS));
  private static final String AUTO = "auto";

  /** A number, or the word that stands for {@link Narrowing#AUTO}. */
  private static final Format<Integer> BEST =
      new Format<>(
          plain ->
              plain.equals(AUTO)
                  ? Narrowing.AUTO
                  : Formats.INTEGER.obeying(Rule.AT_LEAST_ONE).read(plain),
          best -> best == Narrowing.AUTO ? AUTO : best);

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
    Optional<StagePlan> plan = plan(basics, narrowFrom);
    return fitsRace(basics) ? basics.conf(name, plan) : Optional.empty();
  }

  /** Refuses a race that cannot be. */
  private boolean fitsRace(StageBasics basics) {
    if (!basics.race()) {
      return true;
    }
    if (new PruningReader(stage).prunes()) {
      problems.refuseKey(
          stage.own("repeats.race").orElseThrow(),
          "must not stand beside halving or median-stopping: they prune configurations with all of"
              + " their repeats");
      return false;
    }
    if (basics.repeats().filter(most -> most < 2).isPresent()) {
      problems.refuse(
          stage.own("repeats.most").orElseThrow(), "must be >= 2 in a race: it compares repeats");
      return false;
    }
    return true;
  }

  private Optional<StagePlan> plan(StageBasics basics, Optional<String> narrowFrom) {
    Optional<SearchSpace> space = basics.space();
    Optional<Integer> given = stage.read("trials", TRIALS);
    SamplingReader reader = new SamplingReader(stage);
    Optional<SamplerName> sampler = reader.sampler(space, narrowFrom.isPresent(), given);
    sampler.filter(name -> narrowFrom.isPresent()).ifPresent(this::refuseNarrowedGrid);
    Optional<Narrowing> narrowing = narrowFrom.flatMap(this::narrowing);
    boolean spaceIsKnown = narrowFrom.isEmpty() || (narrowing.isPresent() && from.isPresent());
    if (space.isEmpty() || sampler.isEmpty() || !spaceIsKnown) {
      return Optional.empty();
    }
    Optional<Integer> trials =
        sampler.get() == SamplerName.GRID
            ? gridSize(space.get(), given)
            : drawn(space.get(), given, sampler.get());
    PruningReader pruning = new PruningReader(stage);
    Optional<Pruner> pruner =
        pruning.prunes()
            ? pruning.pruner(space.get(), basics.fit().map(FitCheck::images))
            : Optional.empty();
    if (trials.isEmpty() || pruner.isPresent() != pruning.prunes()) {
      return Optional.empty();
    }
    return reader
        .sampling(sampler.get(), trials.get())
        .map(how -> new StagePlan.Search(how, space.get(), trials.get(), narrowing, pruner));
  }

  private void refuseNarrowedGrid(SamplerName sampler) {
    if (sampler == SamplerName.GRID) {
      problems.refuse(
          stage.find("sampler").orElseThrow(),
          "must be another one where narrow is given: the size of a narrowed grid is not known"
              + " beforehand");
    }
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
          Texts.format("must be at most the %d trials of stage %s", most, fromStage));
    }
    return Optional.of(new Narrowing(fromStage, best.get(), margin.get(), scope.owned()));
  }

  /** Returns the number of points of the grid; {@code trials} must say the same or nothing. */
  private Optional<Integer> gridSize(SearchSpace space, Optional<Integer> given) {
    double size = space.size();
    if (size == 0) {
      refuseGrid("must be another one: a grid needs lists or integers, and the space has a range");
      return Optional.empty();
    }
    if (size > MOST_TRIALS) {
      refuseGrid(
          Texts.format("must be another one: the grid has more than %d points", MOST_TRIALS));
      return Optional.empty();
    }
    if (given.filter(n -> n != size).isPresent()) {
      problems.refuse(
          stage.find("trials").orElseThrow(),
          Texts.format("must be absent or the grid's %d points", (int) size));
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

  private Optional<Integer> drawn(SearchSpace space, Optional<Integer> given, SamplerName sampler) {
    Optional<Entry> entry = stage.find("trials");
    if (entry.isEmpty()) {
      problems.missing(
          stage.path() + ".trials", "must be given where the sampler is " + sampler.text());
    }
    double size = space.size();
    if (size == 1 && given.filter(n -> n > 1).isPresent()) {
      problems.refuse(
          entry.orElseThrow(),
          "must be 1 where space searches nothing, or all trials are the same");
    } else if (sampler != SamplerName.RANDOM
        && size > 0
        && given.filter(n -> n > size).isPresent()) {
      problems.refuse(
          entry.orElseThrow(),
          Texts.format(
              "must be at most the %d configurations of the space, since %s takes none twice",
              (long) size, sampler.text()));
    }
    return given;
  }
}
