package dev.sieve.driver.cli;

import dev.sieve.Suggestion;
import dev.sieve.Texts;
import dev.sieve.data.DataDescription;
import dev.sieve.data.DataSet;
import dev.sieve.data.RareClasses;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.show.DescriptionText;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.fit.DataMemory;
import dev.sieve.driver.source.AllSources;
import java.nio.file.Path;
import java.util.List;
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
      description = "A source, such as cifar10, or a conf file. Default: ${DEFAULT-VALUE}.")
  private String source;

  @Option(
      names = "--path",
      paramLabel = "P",
      description = "Where its files are, any Hadoop path. Default of cifar10: $CIFAR10_DIR.")
  private String path;

  @Override
  public Integer call() {
    DataSet set = read();
    spec.commandLine().getOut().print(DescriptionText.of(DataDescription.of(set)));
    RareClasses.warning(set)
        .ifPresent(text -> spec.commandLine().getErr().print(Texts.format("Warning: %s%n", text)));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private DataSet read() {
    return DataMemory.here().open(source(), HadoopFolder.places(new Configuration()));
  }

  private DataSource source() {
    if (source.endsWith(".conf")) {
      return ConfFile.read(Path.of(source), List.of(), System.getenv()).source();
    }
    SourceKind kind =
        AllSources.named(source)
            .orElseThrow(
                () ->
                    mistake(
                        Texts.format(
                            "SOURCE must be known, but was %s: %s",
                            source, Suggestion.of(source, AllSources.names()))));
    return kind.read(settings(kind))
        .orElseThrow(
            () ->
                mistake(
                    Texts.format(
                        "%s needs more than --path: describe a conf that names it", source)));
  }

  /** Returns the settings of {@code kind} by default, with the path that was given. */
  private SourceDefaults settings(SourceKind kind) {
    Optional<SourceKey<?>> key = kind.key("path");
    String variable = key.map(SourceKey::variable).orElse("");
    String given = path == null ? System.getenv().getOrDefault(variable, "") : path;
    if (key.isPresent() && given.isBlank()) {
      throw mistake(
          source
              + (variable.isEmpty()
                  ? " needs --path"
                  : " needs --path or " + variable + ", but neither is set")
              + (DataFetchCommand.SETS.contains(source)
                  ? "; 'data fetch " + source + "' downloads it"
                  : ""));
    }
    return new SourceDefaults(key.isPresent() ? Map.of("path", given) : Map.of(), System.getenv());
  }

  private ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
