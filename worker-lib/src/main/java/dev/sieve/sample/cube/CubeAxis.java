package dev.sieve.sample.cube;

import static dev.sieve.Checks.require;

import java.util.Optional;
import java.util.Set;

/** One axis of the unit cube: what its numbers stand for, and where it applies. */
public sealed interface CubeAxis {

  /** Returns where this axis applies; empty if everywhere. */
  Optional<Condition> condition();

  /** Returns how many values the axis has; 0 where they are not counted. */
  int levels();

  /** Returns this axis, but applying only where {@code condition} holds. */
  CubeAxis where(Condition condition);

  /** Returns {@link #where(Condition)} for one level of axis {@code axis}. */
  default CubeAxis where(int axis, int level) {
    return where(new Condition(axis, Set.of(level)));
  }

  /** Returns the level that {@code u} of [0, 1) belongs to: bin ⌊u·L⌋ of L equal bins. */
  default int level(double u) {
    return (int) (u * levels());
  }

  /** Returns the middle of level {@code level}: (level + ½) / L. */
  default double middle(int level) {
    return (level + 0.5) / levels();
  }

  /** Returns the number that stands for all that mean the same as {@code u}. */
  default double snap(double u) {
    return levels() == 0 ? u : middle(level(u));
  }

  /** Returns an axis on which every number of [0, 1) is a value of its own. */
  static CubeAxis continuous() {
    return new Continuous(Optional.empty());
  }

  /** Returns an axis of integers or of a list in order, in {@code levels} equal bins. */
  static CubeAxis ordered(int levels) {
    return new Ordered(levels, Optional.empty());
  }

  /** Returns an axis of values without an order, in {@code levels} equal bins. */
  static CubeAxis choice(int levels) {
    return new Choice(levels, Optional.empty());
  }

  /** Every number of [0, 1) is a value of its own. */
  record Continuous(Optional<Condition> condition) implements CubeAxis {
    @Override
    public int levels() {
      return 0;
    }

    @Override
    public CubeAxis where(Condition condition) {
      return new Continuous(Optional.of(condition));
    }
  }

  /** Values in order: neighbours are alike. */
  record Ordered(int levels, Optional<Condition> condition) implements CubeAxis {
    public Ordered {
      require(levels >= 1, "levels", "must be >= 1", levels);
    }

    @Override
    public CubeAxis where(Condition condition) {
      return new Ordered(levels, Optional.of(condition));
    }
  }

  /** Values without an order: any two are equally far apart. */
  record Choice(int levels, Optional<Condition> condition) implements CubeAxis {
    public Choice {
      require(levels >= 1, "levels", "must be >= 1", levels);
    }

    @Override
    public CubeAxis where(Condition condition) {
      return new Choice(levels, Optional.of(condition));
    }
  }
}
