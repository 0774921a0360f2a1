package dev.sieve.driver.cli;

import dev.sieve.driver.catalog.RunTables;
import dev.sieve.driver.cli.option.TableName;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.conf.TablePrefix;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.driver.sql.RunViews;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the tables of runs into a catalog of Spark's, as {@code search --save-as-table} does. */
@Command(
    name = "save",
    description =
        "Puts trials, curves and executions of runs into tables of a catalog of Spark's, in place of"
            + " what these hold of the runs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SaveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "2..*",
      paramLabel = "RUN... DB.PREFIX",
      hideParamSyntax = true,
      description =
          "Run directories, then what the tables' names begin with: DB.PREFIX_trials and so on.")
  private List<String> arguments;

  @Override
  public Integer call() throws IOException {
    int last = arguments.size() - 1;
    TablePrefix prefix = TableName.of("DB.PREFIX", arguments.get(last));
    Configuration hadoop = SparkStart.hadoop();
    List<RunDirectory> runs =
        arguments.subList(0, last).stream().map(path -> RunDirectory.at(path, hadoop)).toList();
    RunViews.check(runs);
    PrintWriter out = spec.commandLine().getOut();
    try (SparkSession spark = SparkStart.withCatalogs("sieve save")) {
      RunTables tables = new RunTables(spark, prefix);
      tables.check();
      for (RunDirectory run : runs) {
        out.println(tables.save(run));
        out.flush();
      }
    }
    return 0;
  }
}
