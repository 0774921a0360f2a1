package dev.sieve.driver.conf.read;

import dev.sieve.InvalidValueException;
import dev.sieve.Rule;
import dev.sieve.Texts;
import dev.sieve.driver.conf.Halving;
import dev.sieve.driver.conf.MedianStopping;
import dev.sieve.driver.conf.Pruner;
import dev.sieve.driver.conf.Rungs;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.space.Axes;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads how a stage prunes its trials. */
final class PruningReader {
  private static final String HALVING = "halving";
  private static final String MEDIAN = "median-stopping";

  private static final Format<Integer> FACTOR =
      Formats.INTEGER.obeying(new Rule<>("must be >= 2", factor -> factor >= 2));
  private static final Format<Double> KEEP = Formats.FRACTION.obeying(Halving.PART);
  private static final Format<Double> AUDIT = Formats.NUMBER.obeying(Rule.PROBABILITY);
  private static final Format<Integer> COUNT = Formats.INTEGER.obeying(Rule.AT_LEAST_ONE);

  private final Section stage;

  PruningReader(Section stage) {
    this.stage = stage;
  }

  /** Returns whether trials are to be pruned. */
  boolean prunes() {
    return stage.own(HALVING).or(() -> stage.own(MEDIAN)).isPresent();
  }

  /**
   * Returns how trials are pruned, and writes it down: the rungs, too, that follow from other keys.
   *
   * @param space of the stage
   * @param images that it trains on; empty where they are not known yet
   */
  Optional<Pruner> pruner(SearchSpace space, Optional<Integer> images) {
    if (stage.own(HALVING).isPresent() && stage.own(MEDIAN).isPresent()) {
      refuseKey(stage.own(MEDIAN).get(), "must not stand beside halving, which prunes, too");
      return Optional.empty();
    }
    return stage.own(HALVING).isPresent()
        ? halving(space, images).map(halving -> halving)
        : median(space, images).map(median -> median);
  }

  private Optional<Halving> halving(SearchSpace space, Optional<Integer> images) {
    Section halving = stage.section(HALVING).knowing(Keys.HALVING);
    Section silent = halving.within(stage.reading().checkOnly());
    Optional<Integer> factor = silent.read("factor", FACTOR);
    Optional<List<Integer>> given = halving.read("rungs", Formats.INTEGERS);
    if (given.isPresent()) {
      halving
          .own("factor")
          .ifPresent(entry -> refuseKey(entry, "must not stand beside rungs, which say the same"));
    }
    Optional<Double> keep =
        halving.find("keep").isPresent()
            ? halving.read("keep", KEEP)
            : factor.map(by -> use(halving, "keep", 1.0 / by));
    Optional<Double> audit = halving.read("audit", AUDIT);
    Optional<List<Integer>> rungs =
        halving.find("rungs").isPresent() && given.isEmpty()
            ? Optional.empty()
            : factor.flatMap(by -> rungs(halving, given, by, space, images));
    Optional<Integer> brackets = rungs.flatMap(known -> brackets(halving, silent, known.size()));
    return rungs.flatMap(
        known ->
            keep.flatMap(
                part ->
                    audit.flatMap(share -> brackets.map(n -> new Halving(known, part, share, n)))));
  }

  private Optional<List<Integer>> rungs(
      Section halving,
      Optional<List<Integer>> given,
      int factor,
      SearchSpace space,
      Optional<Integer> images) {
    return guarded(
            halving,
            HALVING,
            () -> {
              Rungs rungs = Rungs.of(space, images);
              return given.map(rungs::checked).orElseGet(() -> rungs.of(factor));
            })
        .map(rungs -> given.isPresent() ? rungs : told(halving.path() + ".rungs are", rungs))
        .map(rungs -> use(halving, "rungs", rungs));
  }

  /** Returns the number of brackets, and writes it down where it is above 1. */
  private Optional<Integer> brackets(Section halving, Section silent, int rungs) {
    Optional<Integer> brackets = silent.read("brackets", COUNT);
    if (brackets.filter(n -> n > rungs).isPresent()) {
      stage
          .reading()
          .problems()
          .refuse(
              halving.find("brackets").orElseThrow(),
              Texts.format("must be at most the %d rungs", rungs));
      return Optional.empty();
    }
    brackets.filter(n -> n > 1).ifPresent(n -> use(halving, "brackets", n));
    return brackets;
  }

  private Optional<MedianStopping> median(SearchSpace space, Optional<Integer> images) {
    Section median = stage.section(MEDIAN).knowing(Keys.MEDIAN_STOPPING);
    Optional<Integer> every = median.read("every", COUNT);
    Optional<Integer> earlier = median.read("earlier", COUNT);
    Optional<Double> audit = median.read("audit", AUDIT);
    if (space.at(new double[Axes.DIMENSIONS]).hyperparameters().schedule().dependsOnBudget()) {
      refuseKey(
          stage.own(MEDIAN).orElseThrow(),
          "must not stand beside a learning rate that depends on the budget, with which trials begin"
              + " anew at each rung; halving has fewer rungs");
      return Optional.empty();
    }
    if (every.isEmpty() && median.find("every").isPresent()) {
      return Optional.empty();
    }
    return guarded(
            median,
            MEDIAN,
            () -> {
              Rungs rungs = Rungs.of(space, images);
              return rungs.every(use(median, "every", every.orElseGet(rungs::between)));
            })
        .map(rungs -> told(median.path() + " has rungs at", rungs))
        .flatMap(
            rungs ->
                earlier.flatMap(
                    least -> audit.map(share -> new MedianStopping(rungs, least, share))));
  }

  /** Returns what {@code rungs} gives; nothing where that is refused, of the section or its key. */
  private Optional<List<Integer>> guarded(
      Section section, String name, Supplier<List<Integer>> rungs) {
    try {
      return Optional.of(rungs.get());
    } catch (InvalidValueException e) {
      if (e.thing().isEmpty()) {
        refuseKey(stage.find(name).orElseThrow(), e.rule());
      } else {
        Entry entry = section.find(e.thing()).or(() -> stage.find(name)).orElseThrow();
        stage.reading().problems().refuse(entry, e);
      }
      return Optional.empty();
    }
  }

  /** Says what follows from other keys. */
  private List<Integer> told(String what, List<Integer> rungs) {
    stage.reading().tell(Texts.format("%s %s epochs", what, rungs));
    return rungs;
  }

  private void refuseKey(Entry entry, String rule) {
    stage.reading().problems().refuseKey(entry, rule);
  }

  private static <T> T use(Section section, String key, T value) {
    section.reading().use(section.path() + "." + key, value);
    return value;
  }
}
