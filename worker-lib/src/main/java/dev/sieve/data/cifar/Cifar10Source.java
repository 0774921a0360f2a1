package dev.sieve.data.cifar;

import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Places;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Room;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
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

  private static final SourceKey<String> PATH = SourceKey.folder("CIFAR10_DIR");

  /** Its declaration. */
  public static final SourceKind KIND =
      new SourceKind(NAME, List.of(PATH), given -> new Cifar10Source(given.get(PATH)), true);

  public Cifar10Source {
    requireNonNull(path, "path is null");
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
    return Optional.of(Cifar10.LAYOUT.promise());
  }

  /** The folder may also be the one that the archive was unpacked in. */
  @Override
  public DataSet open(Places places, Room room) {
    return Cifar10.read(folder(places));
  }

  @Override
  public Examples test(Places places) {
    return new CifarReader(folder(places), Cifar10.LAYOUT).readTest();
  }

  private DataFolder folder(Places places) {
    return Unpacked.folder(path, "cifar-10-batches-bin", Cifar10.LAYOUT, places);
  }
}
