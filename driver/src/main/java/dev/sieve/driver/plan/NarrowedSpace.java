package dev.sieve.driver.plan;

import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Candidate;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Objects;

/** The space of a narrowed stage, axis by axis. */
public final class NarrowedSpace {
  private NarrowedSpace() {}

  /**
   * Returns the space that the earlier stage searched, narrowed to the best of its candidates; but
   * the stage's own axes are as in {@code space}.
   *
   * @param space the narrowed stage's, as the conf has it
   * @param searched that the earlier stage drew its trials from, which may be narrowed itself
   * @param best of that stage's candidates
   */
  public static SearchSpace of(
      Narrowing narrowing, SearchSpace space, SearchSpace searched, List<Candidate> best) {
    return space.mapped(
        new SearchSpace.Change() {
          @Override
          public <T> Domain<T> of(Axis<T> axis, Domain<T> domain) {
            return narrowing.own().contains(axis)
                ? domain
                : narrowed(searched.domain(axis), axis, best, narrowing.margin());
          }
        });
  }

  /** Returns what the stage of {@code plan} searches, narrowed where it is to be. */
  static SearchSpace of(StagePlan.Search plan, Told told) {
    return plan.narrowing().map(narrow -> of(narrow, plan.space(), told)).orElse(plan.space());
  }

  private static SearchSpace of(Narrowing narrowing, SearchSpace space, Told told) {
    SearchSpace searched = told.searched(narrowing.from());
    List<Candidate> best = told.best(narrowing);
    return narrowing.followsNoise()
        ? aroundNoise(narrowing, space, searched, best, told.box(narrowing.from()).gap())
        : of(narrowing, space, searched, best);
  }

  /**
   * Returns {@code space}, narrowed to {@code best} and {@code gap} of the width that was searched
   * on both sides: beyond what was searched, where the best lie at its edge.
   */
  private static SearchSpace aroundNoise(
      Narrowing narrowing,
      SearchSpace space,
      SearchSpace searched,
      List<Candidate> best,
      double gap) {
    return space.mapped(
        new SearchSpace.Change() {
          @Override
          public <T> Domain<T> of(Axis<T> axis, Domain<T> domain) {
            if (narrowing.own().contains(axis)) {
              return domain;
            }
            List<T> ends = searched.domain(axis).extremes();
            double width = domain.unit(ends.get(ends.size() - 1)) - domain.unit(ends.get(0));
            double margin = Math.max(narrowing.margin(), gap) * Math.max(0, width);
            return narrowed(domain, axis, best, margin);
          }
        });
  }

  /** Returns {@code domain} as it was where none of the best has a value along {@code axis}. */
  private static <T> Domain<T> narrowed(
      Domain<T> domain, Axis<T> axis, List<Candidate> best, double margin) {
    List<T> values =
        best.stream().map(candidate -> candidate.get(axis)).filter(Objects::nonNull).toList();
    return values.isEmpty() ? domain : domain.narrowed(values, margin);
  }

  /** Returns {@code best} with what {@code last} sets anew in place of its own. */
  public static Candidate of(StagePlan.Final last, Candidate best) {
    return of(last.narrowing(), last.space(), last.space(), List.of(best))
        .at(new double[Axes.DIMENSIONS]);
  }
}
