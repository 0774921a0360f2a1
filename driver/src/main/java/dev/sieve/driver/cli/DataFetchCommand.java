package dev.sieve.driver.cli;

import dev.sieve.Suggestion;
import dev.sieve.Texts;
import dev.sieve.data.cifar.Cifar10;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.show.ProgressDisplay;
import dev.sieve.driver.data.DataFetch;
import dev.sieve.driver.data.Download;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads a data set, checks it, and says how to use it. */
@Command(
    name = "fetch",
    description = "Downloads a data set and checks it; continues where an earlier try broke off.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DataFetchCommand implements Callable<Integer> {
  /** What can be fetched. */
  static final List<String> SETS = List.of("cifar10");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SET", description = "What to fetch: cifar10 (170 MB).")
  private String set;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "Another place to fetch it from, http or https.")
  private URI from = Download.CIFAR10;

  @Option(
      names = "--md5",
      paramLabel = "HEX",
      description = "Checksum of the file there. Default: that of the author's own.")
  private String md5 = Download.CIFAR10_MD5;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Folder to put it in. Default: ${DEFAULT-VALUE}.",
      defaultValue = "data")
  private Path to;

  @Override
  public Integer call() {
    if (!SETS.contains(set)) {
      throw new ParameterException(
          spec.commandLine(),
          Texts.format("SET must be known, but was %s: %s", set, Suggestion.of(set, SETS)));
    }
    Download download = download();
    PrintWriter out = spec.commandLine().getOut();
    out.print(Texts.format("%s: %s%n", download.target(), fetched(download)));
    out.print(Texts.format("Use it by: export CIFAR10_DIR=%s%n", to.toAbsolutePath().normalize()));
    out.flush();
    return 0;
  }

  private Download download() {
    try {
      return new Download(from, md5, to.resolve(Cifar10.ARCHIVE));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private String fetched(Download download) {
    try (ProgressDisplay display = display()) {
      return switch (new DataFetch().fetch(download, display)) {
        case ALREADY_THERE -> "there already, checksum right";
        case DOWNLOADED -> "downloaded, checksum right";
      };
    }
  }

  private ProgressDisplay display() {
    return Ansi.AUTO.enabled()
        ? new ProgressDisplay.Bar(Cifar10.ARCHIVE)
        : new ProgressDisplay.Lines(Cifar10.ARCHIVE, spec.commandLine().getErr());
  }
}
