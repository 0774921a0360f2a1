package dev.sieve.driver.plan;

import dev.sieve.Texts;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.driver.plan.cube.SearchedCube;
import dev.sieve.format.Numbers;
import dev.sieve.sample.box.CoarseToFine;
import dev.sieve.sample.box.Narrowed;
import dev.sieve.sample.cube.History;
import dev.sieve.space.Axis;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why the bounds of a space moved, one sentence for each hyperparameter: {@code l2 from 0.001 to
 * 0.02, not 1e-5 to 0.1: the 3 best of coarse have 0.003 to 0.012, and 0.1 of the width was added}.
 *
 * @param before the space until now
 * @param after what it was narrowed to, or widened
 * @param best candidates that decided
 * @param who they are, in words
 * @param beyond what was added to what they span, in words
 */
record MovedBounds(
    SearchSpace before, SearchSpace after, List<Candidate> best, String who, String beyond) {

  private static final String HALF_A_GAP = ", and half the mean gap between points was added";

  /**
   * Returns the reasons for {@code space}, which a stage begins with; none where it stands in the
   * conf.
   */
  static List<String> ofStage(StagePlan.Search plan, Told told, SearchSpace space) {
    return plan.narrowing()
        .map(
            narrowing ->
                new MovedBounds(
                        own(narrowing, told.searched(narrowing.from()), space),
                        space,
                        told.best(narrowing),
                        "of " + narrowing.from(),
                        added(narrowing))
                    .reasons())
        .orElse(List.of());
  }

  private static String added(Narrowing narrowing) {
    if (narrowing.followsNoise()) {
      return HALF_A_GAP;
    }
    return narrowing.margin() == 0
        ? ""
        : ", and " + Numbers.shown(narrowing.margin()) + " of the width was added";
  }

  /** Returns {@code searched}, with the domains of {@code space} along the stage's own axes. */
  private static SearchSpace own(Narrowing narrowing, SearchSpace searched, SearchSpace space) {
    SearchSpace own = searched;
    for (Axis<?> axis : narrowing.own()) {
      own = space.has(axis) ? copy(axis, space, own) : own;
    }
    return own;
  }

  private static <T> SearchSpace copy(Axis<T> axis, SearchSpace from, SearchSpace to) {
    return to.with(axis, from.domain(axis));
  }

  /**
   * Returns the reasons for the box that follows from {@code history}, and the round that searches
   * it; none where there is no box.
   */
  static List<String> ofBox(SearchedCube cube, CoarseToFine boxes, History history) {
    List<Narrowed> narrowed = boxes.narrowed(history);
    if (narrowed.isEmpty()) {
      return List.of();
    }
    Narrowed last = narrowed.get(narrowed.size() - 1);
    MovedBounds moved =
        new MovedBounds(
            cube.within(last.before()),
            cube.within(last.box()),
            last.best().stream().map(cube::at).toList(),
            "so far",
            HALF_A_GAP);
    String round = "round " + (boxes.round(history.size()) + 1) + ": ";
    return moved.reasons().stream().map(reason -> round + reason).toList();
  }

  private List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (Axis<?> axis : after.axes()) {
      if (before.has(axis) && !before.domain(axis).equals(after.domain(axis))) {
        reasons.add(reason(axis));
      }
    }
    return reasons;
  }

  private <T> String reason(Axis<T> axis) {
    Domain<T> old = before.domain(axis);
    String theBest = best.size() == 1 ? "the best" : "the " + best.size() + " best";
    String has = best.size() == 1 ? "has" : "have";
    if (old.kind().isEmpty()) {
      return Texts.format(
          "%s only %s: %s %s %s no other",
          axis.name(), shown(axis, after.domain(axis).extremes(), ", "), theBest, who, has);
    }
    List<T> values =
        best.stream()
            .map(candidate -> candidate.get(axis))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingDouble(old::unit))
            .toList();
    return Texts.format(
        "%s from %s, not %s: %s %s %s %s%s",
        axis.name(),
        shown(axis, after.domain(axis).extremes(), " to "),
        shown(axis, old.extremes(), " to "),
        theBest,
        who,
        has,
        shown(axis, List.of(values.get(0), values.get(values.size() - 1)), " to "),
        beyond);
  }

  private static <T> String shown(Axis<T> axis, List<T> values, String between) {
    return values.stream().map(axis::shown).distinct().collect(Collectors.joining(between));
  }
}
