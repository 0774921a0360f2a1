package dev.sieve.driver.source;

import dev.sieve.data.catalog.Sources;
import dev.sieve.data.source.SourceKind;
import dev.sieve.driver.source.frame.SparkSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All kinds of sources that confs may name, in the order in which messages say them. */
public final class AllSources {
  /** Those of the library, and those that need Hadoop or Spark. */
  public static final List<SourceKind> ALL =
      Stream.concat(Sources.ALL.stream(), Stream.of(ParquetSource.KIND, SparkSource.KIND)).toList();

  private AllSources() {}

  /** Returns the kind that confs call {@code name}. */
  public static Optional<SourceKind> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Returns the names of all kinds. */
  public static List<String> names() {
    return ALL.stream().map(SourceKind::name).toList();
  }
}
