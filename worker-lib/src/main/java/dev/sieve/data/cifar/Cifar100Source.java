package dev.sieve.data.cifar;

import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Places;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Room;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import dev.sieve.format.Formats;
import java.util.List;
import java.util.Optional;

/**
 * CIFAR-100 in its binary version: the files {@code train.bin} and {@code test.bin}, their folder
 * one level up, or the archive of both. See {@link Cifar10}.
 *
 * @param path folder or archive
 * @param labels which of them are the classes
 */
public record Cifar100Source(String path, Cifar100Labels labels) implements DataSource {
  /** By which confs know this source. */
  public static final String NAME = "cifar100";

  private static final SourceKey<String> PATH = SourceKey.folder();
  private static final SourceKey<Cifar100Labels> LABELS =
      SourceKey.of("labels", Formats.words(Cifar100Labels.values(), Cifar100Labels::text));

  /** Its declaration. */
  public static final SourceKind KIND =
      new SourceKind(
          NAME,
          List.of(PATH, LABELS),
          given -> new Cifar100Source(given.get(PATH), given.get(LABELS)),
          true);

  public Cifar100Source {
    requireNonNull(path, "path is null");
    requireNonNull(labels, "labels is null");
  }

  @Override
  public List<String> paths() {
    return List.of(path);
  }

  @Override
  public SourceKind kind() {
    return KIND;
  }

  @Override
  public Optional<Promise> promise() {
    return Optional.of(layout(labels, 50_000, 10_000).promise());
  }

  @Override
  public DataSet open(Places places, Room room) {
    return reader(places).read();
  }

  @Override
  public Examples test(Places places) {
    return reader(places).readTest();
  }

  private CifarReader reader(Places places) {
    CifarLayout layout = layout(labels, 50_000, 10_000);
    return new CifarReader(Unpacked.folder(path, "cifar-100-binary", layout, places), layout);
  }

  static CifarLayout layout(Cifar100Labels labels, int train, int test) {
    return new CifarLayout(
        NAME,
        "CIFAR-100",
        "cifar-100-binary.tar.gz",
        List.of("train.bin", "test.bin"),
        List.of(train, test),
        2,
        labels.at(),
        labels.names());
  }
}
