package dev.sieve.driver.cli;

import dev.sieve.Suggestion;
import dev.sieve.data.DataDescription;
import dev.sieve.data.DataSet;
import dev.sieve.driver.cli.show.DescriptionText;
import dev.sieve.driver.conf.SourceConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.data.ImageSources;
import java.util.List;
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
      description = "cifar10 or synthetic. Default: ${DEFAULT-VALUE}.")
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
    return switch (source) {
      case "cifar10" -> open(new SourceConf.Cifar10(cifar10Path()));
      case "synthetic" -> open(ConfFile.synthetic());
      default ->
          throw mistake(
              "SOURCE must be known, but was %s: %s"
                  .formatted(source, Suggestion.of(source, List.of("cifar10", "synthetic"))));
    };
  }

  private static DataSet open(SourceConf conf) {
    return ImageSources.open(conf, new Configuration());
  }

  private String cifar10Path() {
    if (path == null || path.isBlank()) {
      throw mistake(
          "cifar10 needs --path or CIFAR10_DIR, but neither is set;"
              + " 'data fetch cifar10' downloads it");
    }
    return path;
  }

  private ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
