package dev.sieve.run;

import dev.sieve.run.SearchPlan.PlannedDomain;
import dev.sieve.run.SearchPlan.SearchedAxis;
import dev.sieve.space.Axis;
import dev.sieve.space.AxisColumn;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.List;

/** Search spaces as a plan has them. */
public final class Planned {
  private Planned() {}

  /** Returns the axes of {@code space}, in the order of {@link dev.sieve.space.Axes#ALL}. */
  public static List<SearchedAxis> axes(SearchSpace space) {
    return space.axes().stream().map(axis -> axis(axis, space)).toList();
  }

  private static <T> SearchedAxis axis(Axis<T> axis, SearchSpace space) {
    return new SearchedAxis(
        axis.key(),
        axis.name(),
        axis.title(),
        axis.symbol(),
        axis.unit(),
        axis.columns().stream().map(AxisColumn::header).toList(),
        axis.isNumeric(),
        domain(axis, space.domain(axis)));
  }

  private static <T> PlannedDomain domain(Axis<T> axis, Domain<T> domain) {
    return new PlannedDomain(
        domain.kind().isEmpty() ? PlannedDomain.CHOICE : domain.kind(),
        domain.extremes().stream().map(axis.format()::write).toList());
  }
}
