package dev.sieve.driver.cli;

import dev.sieve.driver.conf.ConfFile;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.submit.ShippedConf;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that takes a conf file takes. */
final class ConfOptions {
  @Parameters(paramLabel = "CONF", description = "The conf file; conf/README.md explains one.")
  private String file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A conf key, in place of the file's; may be repeated.")
  private List<String> settings = List.of();

  /** Returns the conf, or throws {@link dev.sieve.driver.conf.ConfException} with its mistakes. */
  SearchConf read() {
    return ShippedConf.is(file)
        ? ConfFile.parse(ShippedConf.text(file), "shipped.conf", settings, System.getenv())
        : ConfFile.read(Path.of(file), settings, System.getenv());
  }
}
