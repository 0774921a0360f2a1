package dev.sieve.driver.source;

import dev.sieve.data.source.SourceKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The keys of the section {@code data}, as the kinds of sources declare them. */
public final class SourceKeys {
  private SourceKeys() {}

  private static Stream<SourceKey<?>> all() {
    return AllSources.ALL.stream().flatMap(kind -> kind.keys().stream());
  }

  /**
   * Returns the keys of {@code data} itself, each once.
   *
   * @param ofStages those that stages may have, too
   */
  public static List<String> data(List<String> ofStages) {
    Set<String> keys = new LinkedHashSet<>(List.of("source"));
    all().filter(key -> !key.isInSection()).map(SourceKey::first).forEach(keys::add);
    keys.addAll(ofStages);
    keys.addAll(sections().keySet());
    return List.copyOf(keys);
  }

  /** Returns the sections in {@code data}, with their keys. */
  public static Map<String, List<String>> sections() {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    all()
        .filter(SourceKey::isInSection)
        .forEach(
            key ->
                sections
                    .computeIfAbsent(key.first(), section -> new LinkedHashSet<>())
                    .add(key.last()));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    sections.forEach((name, keys) -> lists.put(name, List.copyOf(keys)));
    return lists;
  }

  /** Returns the full paths of the keys that say where data lie. */
  public static Set<String> places() {
    Set<String> places = new TreeSet<>();
    all().filter(SourceKey::place).forEach(key -> places.add("search.data." + key.path()));
    return places;
  }
}
