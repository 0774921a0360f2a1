package dev.sieve.driver.cli;

import dev.sieve.Suggestion;
import dev.sieve.data.DataDescription;
import dev.sieve.data.DataSet;
import dev.sieve.data.catalog.Sources;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.show.DescriptionText;
import dev.sieve.driver.conf.read.SourceDefaults;
import dev.sieve.driver.data.HadoopFolder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a data set, all of it, and prints it in figures. */
@Command(
    name = "describe",
    description = "Reads a data set and prints its parts, classes, brightness and fingerprint.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DataDescribeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..1",
      defaultValue = "cifar10",
      description = "The source: cifar10, synthetic. Default: ${DEFAULT-VALUE}.")
  private String source;

  @Option(
      names = "--path",
      paramLabel = "P",
      defaultValue = "${env:CIFAR10_DIR}",
      description = "Folder or archive of cifar10, any Hadoop path. Default: $CIFAR10_DIR.")
  private String path;

  @Override
  public Integer call() {
    DataDescription description = DataDescription.of(read());
    spec.commandLine().getOut().print(DescriptionText.of(description));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private DataSet read() {
    SourceKind kind =
        Sources.named(source)
            .orElseThrow(
                () ->
                    mistake(
                        "SOURCE must be known, but was %s: %s"
                            .formatted(source, Suggestion.of(source, Sources.names()))));
    return kind.read(settings(kind))
        .orElseThrow(() -> mistake("%s needs more than --path: use a conf".formatted(source)))
        .open(HadoopFolder.places(new Configuration()));
  }

  /** Returns the settings of {@code kind} by default, with the path that was given. */
  private SourceDefaults settings(SourceKind kind) {
    Optional<SourceKey<?>> key = kind.key("path");
    boolean given = path != null && !path.isBlank();
    if (key.isPresent() && !given) {
      throw mistake(
          "%s needs --path or %s, but neither is set; 'data fetch %s' downloads it"
              .formatted(source, key.get().variable(), source));
    }
    return new SourceDefaults(key.isPresent() ? Map.of("path", path) : Map.of(), System.getenv());
  }

  private ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
