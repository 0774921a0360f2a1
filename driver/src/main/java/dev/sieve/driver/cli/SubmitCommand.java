package dev.sieve.driver.cli;

import dev.sieve.Texts;
import dev.sieve.driver.cli.option.RunOptions;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.driver.submit.ClusterPaths;
import dev.sieve.driver.submit.ClusterSearch;
import dev.sieve.driver.submit.DriverResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The client of a search whose driver runs on the cluster: checks all that can be checked from
 * here, ships the conf as one text, waits, and ends as the driver did. {@code submit/sieve} starts
 * it for {@code --deploy-mode cluster}.
 */
@Command(
    name = "submit",
    hidden = true,
    description = "Runs a search whose driver is on the cluster, and waits for its end.")
final class SubmitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "MASTER JAR OPTIONS SEARCH...",
      description =
          "The master, the jar, how many options of Spark's follow, these, and a command.")
  private List<String> arguments;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String master = arguments.get(0);
    int options = Integer.parseInt(arguments.get(2));
    List<String> spark = arguments.subList(3, 3 + options);
    SearchCommand search = new SearchCommand();
    new CommandLine(search)
        .parseArgs(arguments.subList(3 + options + 1, arguments.size()).toArray(String[]::new));
    Configuration hadoop = SparkStart.files();
    SearchConf conf = search.conf(hadoop, spec.commandLine().getErr()::println);
    RunOptions runs = search.runs();
    ClusterPaths.check(conf, runs.out(conf), runs.reused(), hadoop);
    RunDirectory run = runs.directory(conf, hadoop);
    if (ClusterPaths.dataIsSeenHere(conf)) {
      search.check(conf, hadoop, Long.MAX_VALUE);
    }
    SparkStart.reach(master);
    ClusterSearch submission =
        new ClusterSearch(
            master, arguments.get(1), spark, conf, run, search.fresh(), runs.reused(hadoop));
    return end(submission, submission.run(hadoop), run, search);
  }

  private int end(
      ClusterSearch submission,
      Optional<DriverResult> result,
      RunDirectory run,
      SearchCommand search) {
    PrintWriter err = spec.commandLine().getErr();
    if (result.isPresent()) {
      spec.commandLine().getOut().print(result.get().out());
      spec.commandLine().getOut().flush();
      err.print(result.get().err());
      err.flush();
      if (result.get().exit() != Failures.MISTAKEN) {
        search.draw(run);
      }
      return result.get().exit();
    }
    if (submission.isWaitedFor()) {
      throw new SearchFailure(
          Texts.format(
              "the driver was lost; its cluster's logs say why. All finished trials are kept in %s; the same command continues",
              run.display()));
    }
    err.print(Texts.format("Submitted, and not waited for. Tables: %s%n", run.display()));
    return 0;
  }
}
