package dev.sieve.data.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The declaration of a kind of source: all that confs and commands know of it.
 *
 * @param name by which confs, tables and messages know it
 * @param keys all that it reads, below {@code search.data}
 * @param making returns the source with these settings
 * @param finalSplit whether the split of the stage {@code final} in {@code reference.conf} is meant
 *     for it; otherwise that stage splits as all others do
 */
public record SourceKind(
    String name,
    List<SourceKey<?>> keys,
    Function<Settings, DataSource> making,
    boolean finalSplit) {

  public SourceKind {
    requireNonNull(name, "name is null");
    keys = List.copyOf(keys);
    requireNonNull(making, "making is null");
  }

  /** Returns the source that {@code reader} describes; empty where any of its values is missing. */
  public Optional<DataSource> read(Settings.Reader reader) {
    return Settings.read(this, reader).map(making);
  }

  /** Returns its key {@code path}, if it has one. */
  public Optional<SourceKey<?>> key(String path) {
    return keys.stream().filter(key -> key.path().equals(path)).findFirst();
  }
}
