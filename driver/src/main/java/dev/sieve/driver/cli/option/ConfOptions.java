package dev.sieve.driver.cli.option;

import dev.sieve.HomePath;
import dev.sieve.Texts;
import dev.sieve.data.source.SourceKey;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.error.Refusals;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.source.AllSources;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.driver.submit.ShippedConf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that takes a conf file takes. */
public final class ConfOptions {
  private static final Pattern URI = Pattern.compile("[a-z][a-z0-9+.-]+:/");
  private static final String STDIN = "-";

  @Parameters(
      paramLabel = "CONF",
      description = "The conf file, a URI of one, or - for standard input; see conf/README.md.")
  private String file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A conf key, in place of the file's; may be repeated.")
  private List<String> settings = List.of();

  /** Returns the conf, or throws {@link dev.sieve.driver.conf.ConfException} with its mistakes. */
  public SearchConf read() {
    return read(choice -> {});
  }

  /**
   * As {@link #read()}.
   *
   * @param onChoice hears what was chosen where the conf leaves it to Sieve, and why
   */
  public SearchConf read(Consumer<String> onChoice) {
    return read(List.of(), onChoice);
  }

  /** As {@link #read(Consumer)}, with {@code more} settings that stand in options of their own. */
  public SearchConf read(List<String> more, Consumer<String> onChoice) {
    return read(
        Stream.concat(settings.stream(), more.stream()).toList(), System.getenv(), onChoice);
  }

  /** As {@link #read()}, also where the variables that say where data lie are not set. */
  public SearchConf readWithoutData() {
    Map<String, String> variables = new HashMap<>();
    AllSources.ALL.stream()
        .flatMap(kind -> kind.keys().stream())
        .map(SourceKey::variable)
        .filter(variable -> !variable.isEmpty())
        .forEach(variable -> variables.put(variable, "$" + variable));
    variables.putAll(System.getenv());
    return read(settings, variables, choice -> {});
  }

  /** Returns the conf as the user named it. */
  public String file() {
    return file;
  }

  private SearchConf read(
      List<String> settings, Map<String, String> variables, Consumer<String> onChoice) {
    if (ShippedConf.is(file)) {
      String text = ShippedConf.text(file);
      return ConfFile.parse(text, "shipped.conf", settings, variables, onChoice);
    }
    if (file.equals(STDIN)) {
      String text = text("the standard input", () -> System.in);
      return ConfFile.parse(text, "(stdin)", settings, variables, onChoice);
    }
    return URI.matcher(file).lookingAt()
        ? ConfFile.parse(text(file, this::open), file, settings, variables, onChoice)
        : ConfFile.read(Path.of(HomePath.of(file)), settings, variables, onChoice);
  }

  /** A driver on a cluster sees few local files. */
  private InputStream open() throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file);
    return path.getFileSystem(SparkStart.files()).open(path);
  }

  /** What a conf's bytes come from. */
  private interface Opening {
    InputStream open() throws IOException;
  }

  private static String text(String name, Opening opening) {
    try (InputStream in = opening.open()) {
      return ConfFile.text(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new UserError(
          Texts.format(
              "conf must be a file, but %s is none: %s",
              name, Refusals.of(e).orElseGet(e::getMessage)),
          e);
    }
  }
}
