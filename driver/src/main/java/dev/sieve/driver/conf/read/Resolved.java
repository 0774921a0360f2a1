package dev.sieve.driver.conf.read;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import dev.sieve.driver.source.SourceKeys;
import dev.sieve.driver.conf.Identity;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down the values that reading a conf has used. */
final class Resolved {
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

  private Resolved() {}

  /** Returns a conf that, read again, gives the same search whatever the environment. */
  static String text(SortedMap<String, Object> values) {
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

  static Identity identity(SortedMap<String, Object> values) {
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
