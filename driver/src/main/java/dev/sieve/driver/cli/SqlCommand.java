package dev.sieve.driver.cli;

import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.show.TextTable;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.driver.sql.Answer;
import dev.sieve.driver.sql.NewParquet;
import dev.sieve.driver.sql.Query;
import dev.sieve.driver.sql.RunPattern;
import dev.sieve.driver.sql.RunViews;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the tables of one or more runs in SQL. */
@Command(
    name = "sql",
    description =
        "Spark SQL over the tables of runs: trials, curves, executions, predictions, ensembles,"
            + " importance.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "2..*",
      paramLabel = "RUN... QUERY",
      hideParamSyntax = true,
      description =
          "Run directories, then the query, in quotes. The tables of several runs are put together.")
  private List<String> arguments;

  @Option(
      names = "--glob",
      description = "Takes RUN for a pattern, on any file system: 'runs/*' is each run in runs.")
  private boolean glob;

  @ArgGroup private Form form = new Form();

  /** How the answer is given, if not as a table for people. */
  private static final class Form {
    @Option(names = "--csv", description = "Prints all rows as CSV.")
    private boolean csv;

    @Option(names = "--json", description = "Prints all rows as JSON, an object a line.")
    private boolean json;

    @Option(
        names = "--parquet",
        paramLabel = "FILE",
        description = "Writes all rows to a new Parquet file, any Hadoop path.")
    private String parquet;
  }

  @Override
  public Integer call() throws IOException {
    Configuration hadoop = SparkStart.hadoop();
    List<RunDirectory> runs =
        arguments.subList(0, arguments.size() - 1).stream()
            .flatMap(
                path ->
                    glob
                        ? RunPattern.matching(path, hadoop).stream()
                        : List.of(RunDirectory.at(path, hadoop)).stream())
            .toList();
    RunViews.check(runs);
    Consumer<Dataset<Row>> reader = reader(hadoop);
    try (SparkSession spark = SparkStart.session("sieve sql")) {
      RunViews.create(spark, runs);
      Query.ask(spark, arguments.get(arguments.size() - 1), reader);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  /** Returns what gives the answer. */
  private Consumer<Dataset<Row>> reader(Configuration hadoop) {
    PrintWriter out = spec.commandLine().getOut();
    if (form.parquet != null) {
      return NewParquet.at(form.parquet, hadoop)::write;
    }
    if (form.csv) {
      return rows -> new Answer(rows).csv(out);
    }
    return form.json
        ? rows -> new Answer(rows).json(out)
        : rows -> out.print(TextTable.of(new Answer(rows)));
  }
}
