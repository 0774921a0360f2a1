package dev.sieve.data.cifar;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.ImageShape;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Places;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import dev.sieve.format.Formats;
import java.util.List;
import java.util.Optional;

/**
 * CIFAR-10 in its binary version. See {@link Cifar10}.
 *
 * @param path folder or archive
 */
public record Cifar10Source(String path) implements DataSource {
  /** By which confs know this source. */
  public static final String NAME = "cifar10";

  private static final SourceKey<String> PATH =
      SourceKey.place("path", Formats.TEXT.obeying(Cifar10Source::new), "CIFAR10_DIR");

  /** Its declaration. */
  public static final SourceKind KIND =
      new SourceKind(NAME, List.of(PATH), given -> new Cifar10Source(given.get(PATH)), true);

  public Cifar10Source {
    requireNonNull(path, "path is null");
    require(!path.isBlank(), "path", "must not be empty", path);
  }

  @Override
  public SourceKind kind() {
    return KIND;
  }

  @Override
  public List<String> paths() {
    return List.of(path);
  }

  @Override
  public Optional<Promise> promise() {
    List<DataSet.Part> files = Cifar10Batches.parts(Cifar10.RECORDS);
    return Optional.of(
        new Promise(
            files.size() * Cifar10.RECORDS,
            files,
            Optional.of(ImageShape.CIFAR10),
            Cifar10.CLASS_NAMES));
  }

  @Override
  public DataSet open(Places places) {
    return Cifar10.read(places.folder(path));
  }
}
