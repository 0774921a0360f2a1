package dev.sieve.data.idx;

import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import dev.sieve.data.DataSet;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.LeastSize;
import dev.sieve.data.source.Places;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Room;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import dev.sieve.format.Formats;
import java.util.List;
import java.util.Optional;

/**
 * Images and labels in IDX files. See {@link Idx}.
 *
 * @param path folder of the four files
 * @param classes how many there are; empty where the greatest label says so
 */
public record IdxSource(String path, Optional<Integer> classes) implements DataSource {
  /** By which confs know this source. */
  public static final String NAME = "idx";

  private static final SourceKey<String> PATH = SourceKey.folder();
  private static final SourceKey<Integer> CLASSES =
      SourceKey.of(
              "classes",
              Formats.INTEGER.obeying(
                  new Rule<>("must be 2 to 256", n -> 2 <= n && n <= Idx.MOST_CLASSES)))
          .orNone();

  /** Its declaration. */
  public static final SourceKind KIND =
      new SourceKind(
          NAME,
          List.of(PATH, CLASSES),
          given -> new IdxSource(given.get(PATH), given.find(CLASSES)),
          false);

  public IdxSource {
    requireNonNull(path, "path is null");
    requireNonNull(classes, "classes is null");
  }

  @Override
  public List<String> paths() {
    return List.of(path);
  }

  @Override
  public SourceKind kind() {
    return KIND;
  }

  /** Nothing: the files say what they hold. */
  @Override
  public Optional<Promise> promise() {
    return Optional.empty();
  }

  @Override
  public Optional<LeastSize> leastSize(Places places) {
    return Optional.of(new Idx(places.folder(path), classes).leastSize());
  }

  @Override
  public DataSet open(Places places, Room room) {
    return new Idx(places.folder(path), classes).read();
  }
}
