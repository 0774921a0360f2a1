package dev.sieve.export.run;

import com.typesafe.config.Config;
import dev.sieve.data.ImageShape;
import dev.sieve.data.catalog.Sources;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is known of the data of a run without reading them. */
public final class RunData {
  private RunData() {}

  /** Returns the source that the conf names; empty where it names none that is known here. */
  static Optional<DataSource> source(Run run) {
    return run.conf()
        .flatMap(
            conf ->
                Sources.named(conf.text("data.source"))
                    .flatMap(kind -> kind.read(new FromConf(conf.config()))));
  }

  /** Reads the keys of a kind of source from a conf in which each has its value. */
  private record FromConf(Config config) implements Settings.Reader {

    @Override
    public <T> Optional<T> read(SourceKey<T> key) {
      String path = "data." + key.path();
      try {
        return config.hasPath(path)
            ? Optional.of(key.format().read(config.getValue(path).unwrapped()))
            : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty(); // of another version
      }
    }
  }

  /** Returns the shape of each example; empty where they are no images, or it is not known. */
  public static Optional<ImageShape> shape(Run run) {
    return source(run).flatMap(DataSource::promise).flatMap(Promise::shape);
  }

  /** Returns the names of the classes; their numbers where they have none. */
  public static List<String> classNames(Run run, int classes) {
    return source(run)
        .flatMap(DataSource::promise)
        .map(Promise::classNames)
        .filter(names -> classes <= names.size())
        .map(names -> names.subList(0, classes))
        .orElseGet(() -> IntStream.range(0, classes).mapToObj(c -> "class " + c).toList());
  }
}
