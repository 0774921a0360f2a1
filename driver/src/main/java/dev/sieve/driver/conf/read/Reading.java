package dev.sieve.driver.conf.read;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import dev.sieve.driver.conf.Identity;
import dev.sieve.driver.source.SourceKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What comes of reading one conf: its mistakes, and the values that were used, by full key, in
 * canonical form. What was not asked for, such as the numbers of another schedule, is in neither.
 *
 * @param choices what Sieve has chosen where the conf leaves it to it, in words
 */
record Reading(Problems problems, SortedMap<String, Object> values, List<String> choices) {
  /** Keys, or sections, that may change while a search is under way. All others are identity. */
  private static final Set<String> OPERATION =
      Set.of(
          "search.packing",
          "search.limits",
          "search.checkpoint-every",
          "search.checkpoint-path",
          "search.tables",
          "search.keep-models",
          "search.netlib.path");

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

  /** Returns a conf that, read again, gives the same search whatever the environment. */
  String text() {
    Config conf = ConfigFactory.empty();
    for (Map.Entry<String, Object> value : values.entrySet()) {
      conf = conf.withValue(value.getKey(), ConfigValueFactory.fromAnyRef(value.getValue()));
    }
    return conf.root()
        .render(
            ConfigRenderOptions.defaults()
                .setOriginComments(false)
                .setComments(false)
                .setJson(false));
  }

  Identity identity() {
    SortedMap<String, String> identity = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (!isOperation(key)) {
            identity.put(
                key, ConfigValueFactory.fromAnyRef(value).render(ConfigRenderOptions.concise()));
          }
        });
    return new Identity(identity);
  }

  private static boolean isOperation(String key) {
    return SourceKeys.places().contains(key)
        || OPERATION.stream().anyMatch(name -> key.equals(name) || key.startsWith(name + "."));
  }
}
