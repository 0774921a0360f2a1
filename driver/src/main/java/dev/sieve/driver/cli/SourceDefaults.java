package dev.sieve.driver.cli;

import com.typesafe.config.Config;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import dev.sieve.driver.conf.read.ConfFile;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a source that no conf describes: those that are given, and for all others the
 * defaults of {@code reference.conf}.
 */
final class SourceDefaults implements Settings.Reader {
  private final Map<String, Object> given;
  private final Config defaults;

  /**
   * @param given plain values by their keys below {@code search.data}
   * @param env the variables that {@code reference.conf} refers to
   */
  SourceDefaults(Map<String, Object> given, Map<String, String> env) {
    this.given = Map.copyOf(given);
    this.defaults = ConfFile.reference(env).getConfig("search.data");
  }

  /**
   * @throws IllegalArgumentException where the value given is refused
   */
  @Override
  public <T> Optional<T> read(SourceKey<T> key) {
    Object plain = given.get(key.path());
    if (plain == null && key.mayHaveDefault() && defaults.hasPath(key.path())) {
      plain = defaults.getValue(key.path()).unwrapped();
    }
    return Optional.ofNullable(plain).map(key.format()::read);
  }
}
