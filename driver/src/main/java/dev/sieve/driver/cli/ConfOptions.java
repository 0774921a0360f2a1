package dev.sieve.driver.cli;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that takes a conf file takes. */
final class ConfOptions {
  @Parameters(paramLabel = "CONF", description = "The conf file; conf/README.md explains one.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A conf key, in place of the file's; may be repeated.")
  private List<String> settings = List.of();

  /** Returns the conf, or throws {@link dev.sieve.driver.conf.ConfException} with its mistakes. */
  SearchConf read() {
    return read(choice -> {});
  }

  /**
   * As {@link #read()}.
   *
   * @param onChoice hears what was chosen where the conf leaves it to Sieve, and why
   */
  SearchConf read(Consumer<String> onChoice) {
    return ConfFile.read(file, settings, System.getenv(), onChoice);
  }
}
