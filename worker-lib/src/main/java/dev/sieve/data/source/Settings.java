package dev.sieve.data.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of all keys of a kind of source. */
public final class Settings {
  private final Map<String, Object> values = new HashMap<>();

  /** Where values come from: a conf, with its defaults. */
  public interface Reader {
    /** Returns the value of {@code key}; empty where there is none, or where it was refused. */
    <T> Optional<T> read(SourceKey<T> key);
  }

  private Settings() {}

  /** Asks for all keys, so that all mistakes are found; empty where any value is missing. */
  static Optional<Settings> read(SourceKind kind, Reader reader) {
    Settings settings = new Settings();
    for (SourceKey<?> key : kind.keys()) {
      reader.read(key).ifPresent(value -> settings.values.put(key.path(), value));
    }
    boolean complete =
        kind.keys().stream()
            .allMatch(key -> key.optional() || settings.values.containsKey(key.path()));
    return complete ? Optional.of(settings) : Optional.empty();
  }

  /** Returns the value of {@code key}, one of the kind's own that are not optional. */
  public <T> T get(SourceKey<T> key) {
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the kind of source must declare the key " + key.path()));
  }

  /** Returns the value of {@code key}, one of the kind's own; empty where there is none. */
  @SuppressWarnings("unchecked") // read() puts values of the key's own type
  public <T> Optional<T> find(SourceKey<T> key) {
    return Optional.ofNullable((T) values.get(key.path()));
  }
}
