package dev.sieve.driver.conf.read;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What comes of reading one conf: its mistakes, and the values that were used, by full key, in
 * canonical form. What was not asked for, such as the numbers of another schedule, is in neither.
 *
 * @param choices what Sieve has chosen where the conf leaves it to it, in words
 */
record Reading(Problems problems, SortedMap<String, Object> values, List<String> choices) {

  static Reading of(Problems problems) {
    return new Reading(problems, new TreeMap<>(), new ArrayList<>());
  }

  void use(String key, Object value) {
    values.put(key, value);
  }

  void tell(String choice) {
    choices.add(choice);
  }

  /** Returns a reading that finds mistakes for this one, and whose values nobody needs. */
  Reading checkOnly() {
    return of(problems);
  }
}
