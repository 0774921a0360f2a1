package dev.sieve.data;

import static dev.sieve.Checks.check;
import static dev.sieve.Checks.require;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/** Which examples of the pool a split takes for one of its two parts. */
public sealed interface Selection extends Serializable {

  /** Returns the files of the pool that it names; empty where it counts examples. */
  List<String> files();

  /**
   * So many examples, in the rule's {@link SplitRule.Order}: training examples are the first,
   * validation examples the last. Splits of different sizes therefore nest.
   */
  record Count(int examples) implements Selection {
    public Count {
      require(examples >= 1, "number of examples", "must be >= 1", examples);
    }

    @Override
    public List<String> files() {
      return List.of();
    }
  }

  /** All examples of these files of the pool, in the files' order. */
  record Files(List<String> names) implements Selection {
    public Files {
      names = List.copyOf(names);
      check(
          !names.isEmpty(), "a selection of files needs at least one name, but the list was empty");
      check(
          new HashSet<>(names).size() == names.size(),
          "a selection of files must name each once, but was %s",
          names);
    }

    @Override
    public List<String> files() {
      return names;
    }
  }
}
