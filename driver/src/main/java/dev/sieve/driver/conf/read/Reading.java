package dev.sieve.driver.conf.read;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What comes of reading one conf: its mistakes, and the values that were used, by full key, in
 * canonical form. What was not asked for, such as the numbers of another schedule, is in neither.
 */
record Reading(Problems problems, SortedMap<String, Object> values) {

  static Reading of(Problems problems) {
    return new Reading(problems, new TreeMap<>());
  }

  void use(String key, Object value) {
    values.put(key, value);
  }

  /** Returns a reading that finds mistakes for this one, and whose values nobody needs. */
  Reading checkOnly() {
    return of(problems);
  }
}
