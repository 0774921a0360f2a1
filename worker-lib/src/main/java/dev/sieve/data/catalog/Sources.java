package dev.sieve.data.catalog;

import dev.sieve.data.cifar.Cifar100Source;
import dev.sieve.data.cifar.Cifar10Source;
import dev.sieve.data.csv.CsvSource;
import dev.sieve.data.idx.IdxSource;
import dev.sieve.data.source.SourceKind;
import dev.sieve.data.synthetic.SyntheticSource;
import java.util.List;
import java.util.Optional;

/**
 * All kinds of sources that need neither Spark nor Hadoop, in the order in which messages say them.
 */
public final class Sources {
  /** One line each. */
  public static final List<SourceKind> ALL =
      List.of(
          Cifar10Source.KIND,
          Cifar100Source.KIND,
          SyntheticSource.KIND,
          IdxSource.KIND,
          CsvSource.KIND);

  private Sources() {}

  /** Returns the kind that confs call {@code name}. */
  public static Optional<SourceKind> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Returns the names of all kinds. */
  public static List<String> names() {
    return ALL.stream().map(SourceKind::name).toList();
  }
}
