package dev.sieve.sample.cube;

import static dev.sieve.Checks.require;

import java.util.Set;

/**
 * Where an axis applies: only at points where another axis has one of certain levels.
 *
 * @param axis index of the other axis, which is ordered or a choice
 * @param levels of that axis, from 0
 */
public record Condition(int axis, Set<Integer> levels) {

  public Condition {
    require(axis >= 0, "the axis of a condition", "must be >= 0", axis);
    levels = Set.copyOf(levels);
    require(!levels.isEmpty(), "the levels of a condition", "must not be empty", levels);
  }
}
