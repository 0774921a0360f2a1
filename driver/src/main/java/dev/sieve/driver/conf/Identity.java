package dev.sieve.driver.conf;

import dev.sieve.Digest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What decides the results of a search, so that two confs can be compared.
 *
 * @param values each identity key, its full path, with its value as text
 */
public record Identity(SortedMap<String, String> values) {
  private static final int HASH_BYTES = 6;

  public Identity {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Returns 12 hexadecimal digits, the same for equal identities. */
  public String hash() {
    return Digest.of(values.entrySet().stream().map(Object::toString).toList(), HASH_BYTES);
  }

  /** Returns the keys that only one of the two has or whose values differ, sorted. */
  public List<String> differingKeys(Identity other) {
    TreeSet<String> keys = new TreeSet<>(values.keySet());
    keys.addAll(other.values.keySet());
    keys.removeIf(key -> Objects.equals(values.get(key), other.values.get(key)));
    return List.copyOf(keys);
  }
}
