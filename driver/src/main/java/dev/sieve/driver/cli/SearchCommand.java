package dev.sieve.driver.cli;

import dev.sieve.driver.cli.option.ConfOptions;
import dev.sieve.driver.cli.option.RunOptions;
import dev.sieve.driver.cli.option.TableName;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.option.Warnings;
import dev.sieve.driver.cli.show.Waiting;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.spark.JvmOptions;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.engine.JitWarmUp;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a search, or continues it: the same command, again. */
@Command(
    name = "search",
    description = "Runs the search that a conf file describes, or continues it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SearchCommand implements Callable<Integer> {
  private static final String SAVE = "--save-as-table";

  @Spec private CommandSpec spec;

  @Mixin private ConfOptions options;

  @Mixin private RunOptions runs;

  @Option(
      names = "--fresh",
      description = "Starts anew; what the run directory held is kept beside it.")
  private boolean fresh;

  @Option(
      names = SAVE,
      paramLabel = "DB.PREFIX",
      description =
          "At the end, puts the tables into a catalog of Spark's, too: the conf key tables.catalog.")
  private String catalog;

  @Option(
      names = "--no-export",
      description =
          "Draws no report at the end. Without it, one lies in the run directory's report.")
  private boolean noExport;

  @Option(
      names = "--figures",
      description =
          "Draws the figures of the report as SVG and PNG, too, and shows them in its notebook.")
  private boolean figures;

  /** All that can be wrong is found before anything is written. */
  @Override
  public Integer call() throws IOException {
    SearchConf conf = conf(SparkStart.hadoop(), this::say);
    warnOfSlowness();
    JitWarmUp warmUp = JitWarmUp.begin(conf.engine());
    SearchRequest request = check(conf, SparkStart.hadoop(), SparkStart.memoryOfTasks());
    RunDirectory run = request.run();
    try {
      new SparkSearch(request, fresh, spec.commandLine()).run(warmUp);
    } catch (SearchFailure failure) {
      draw(run); // the tables say why, and the report shows them
      throw failure;
    }
    draw(run);
    return 0;
  }

  /** Of a JVM that the script has not started: a driver of one machine trains itself. */
  private void warnOfSlowness() {
    if (System.getProperty(ReportCommand.COMMAND) == null && SparkStart.trainsHere()) {
      JvmOptions.missing().ifPresent(Warnings.to(spec));
    }
  }

  /**
   * Returns what is to be searched, or refuses it; writes nothing.
   *
   * @param memory bytes of what trains; {@link Long#MAX_VALUE} where that is not known
   */
  SearchRequest check(SearchConf conf, Configuration hadoop, long memory) {
    try (Waiting waiting = Waiting.here()) {
      waiting.says("Reading the data");
      RunDirectory run = runs.directory(conf, hadoop);
      return SearchRequest.check(conf, run, fresh, runs.reused(hadoop), hadoop, memory);
    }
  }

  /**
   * Returns the conf, with what its samplers learn from other runs, or throws {@link
   * dev.sieve.driver.conf.ConfException} with its mistakes.
   *
   * @param onChoice hears what was chosen where the conf leaves it to Sieve
   */
  SearchConf conf(Configuration hadoop, Consumer<String> onChoice) {
    SearchConf conf =
        options.read(
            catalog == null
                ? List.of()
                : List.of("tables.catalog=\"" + TableName.of(SAVE, catalog).text() + "\""),
            onChoice);
    return runs.teach(conf, fresh, hadoop);
  }

  /** Returns the run directory, and the runs that the search begins with. */
  RunOptions runs() {
    return runs;
  }

  boolean fresh() {
    return fresh;
  }

  /** Draws the report of what there is, unless nobody wants it; never fails. */
  void draw(RunDirectory run) {
    if (!noExport && run.folder().has("trials.csv")) {
      List<String> options = figures ? List.of("--figures") : List.of();
      ReportCommand.run(run.display(), options, spec.commandLine().getErr());
    }
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
