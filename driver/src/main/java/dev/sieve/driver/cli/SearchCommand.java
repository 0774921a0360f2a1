package dev.sieve.driver.cli;

import dev.sieve.blas.Blas;
import dev.sieve.data.Fingerprint;
import dev.sieve.data.ImageSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.data.ImageSources;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.driver.search.Results;
import dev.sieve.driver.search.RunClaim;
import dev.sieve.driver.search.Search;
import dev.sieve.driver.spark.SparkSessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
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
  @Spec private CommandSpec spec;

  @Mixin private ConfOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory, any Hadoop path. Default: runs/NAME.")
  private String out;

  @Option(
      names = "--fresh",
      description = "Starts anew; what the run directory held is kept beside it.")
  private boolean fresh;

  @Option(
      names = "--no-export",
      description =
          "Draws no report at the end. Without it, one lies in the run directory's report.")
  private boolean noExport;

  /** All that can be wrong is found before anything is written. */
  @Override
  @SuppressWarnings("try") // the lock and the hook are held, not used
  public Integer call() throws IOException {
    SearchConf conf = options.read();
    Configuration hadoop = SparkSessions.hadoop();
    RunDirectory run = RunDirectory.at(out == null ? "runs/" + conf.name() : out, hadoop);
    ImageSet images = ImageSources.open(conf.source(), hadoop);
    Search.check(conf, images);
    String fingerprint = Fingerprint.of(images);
    boolean continued = !fresh && RunClaim.check(run, conf, fingerprint);
    CompletableFuture<Blas> blas = CompletableFuture.supplyAsync(() -> Blas.load(conf.blas()));
    try (SparkSession spark = SparkSessions.start("sieve " + conf.name())) {
      claim(run, continued);
      try (RunLock lock = RunLock.of(run);
          Interruption interruption = Interruption.during(spec, run)) {
        run.write(RunDirectory.CONF, conf.resolved());
        search(conf, images, run, spark, blas.join(), fingerprint);
      }
    }
    if (!noExport && run.isLocal()) {
      ReportCommand.run(run.display(), spec.commandLine().getErr());
    }
    return 0;
  }

  private void claim(RunDirectory run, boolean continued) {
    if (fresh && run.isInUse()) {
      RunLock.of(run).close(); // refuses a run that is under way
      spec.commandLine().getErr().printf("The old run is kept as %s%n", run.setAside());
    }
    if (!continued) {
      run.create();
    }
  }

  private void search(
      SearchConf conf,
      ImageSet images,
      RunDirectory run,
      SparkSession spark,
      Blas blas,
      String fingerprint) {
    Provenance provenance = Facts.provenance(conf, blas, fingerprint);
    PrintWriter output = spec.commandLine().getOut();
    try (ConsoleReporter reporter = ConsoleReporter.here(spec.commandLine().getErr())) {
      warnOfOtherBlas(run, blas, reporter);
      Results results = new Search(conf, images, run, spark, blas, provenance, reporter).run();
      output.print(Summary.of(results, run.display()));
      output.flush();
    }
  }

  private static void warnOfOtherBlas(RunDirectory run, Blas blas, ConsoleReporter reporter) {
    Provenance.of(run)
        .map(Provenance::blas)
        .filter(before -> !before.equals(blas.name()))
        .ifPresent(
            before ->
                reporter.warn(
                    "earlier trials of this run were trained by %s, the rest will be by %s: their last"
                            .formatted(before, blas.name())
                        + " bits may differ"));
  }
}
