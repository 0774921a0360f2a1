package dev.sieve.driver.cli;

import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.show.TextTable;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.TableViews;
import dev.sieve.driver.spark.SparkStart;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the tables of one or more runs in SQL. */
@Command(
    name = "sql",
    description =
        "Spark SQL over the tables of runs: trials, curves, executions, predictions, ensembles.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "2..*",
      paramLabel = "RUN... QUERY",
      description =
          "Run directories, then the query, in quotes. The tables of several runs are put together.")
  private List<String> arguments;

  @Override
  public Integer call() throws IOException {
    Configuration hadoop = SparkStart.hadoop();
    List<RunDirectory> runs =
        arguments.subList(0, arguments.size() - 1).stream()
            .map(path -> RunDirectory.at(path, hadoop))
            .toList();
    TableViews.check(runs);
    String query = arguments.get(arguments.size() - 1);
    try (SparkSession spark = SparkStart.session("sieve sql")) {
      TableViews.create(spark, runs);
      spec.commandLine().getOut().print(TableViews.query(spark, query, TextTable::of));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
