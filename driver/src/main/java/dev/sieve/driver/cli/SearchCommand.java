package dev.sieve.driver.cli;

import dev.sieve.data.DataSet;
import dev.sieve.driver.cli.option.ConfOptions;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.option.Warnings;
import dev.sieve.driver.cli.show.ConsoleReporter;
import dev.sieve.driver.cli.show.Summary;
import dev.sieve.driver.cluster.Cluster;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.driver.search.IdleCores;
import dev.sieve.driver.search.RunClaim;
import dev.sieve.driver.search.Search;
import dev.sieve.driver.spark.JvmOptions;
import dev.sieve.driver.spark.SparkLog;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.engine.JitWarmUp;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
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

  /** What is searched, and where to. */
  record Request(SearchConf conf, DataSet images, String fingerprint, RunDirectory run) {}

  /** All that can be wrong is found before anything is written. */
  @Override
  public Integer call() throws IOException {
    SearchConf conf = options.read(this::say);
    warnOfSlowness();
    JitWarmUp warmUp = JitWarmUp.begin(conf.engine());
    Request request = check(conf, SparkStart.hadoop());
    RunDirectory run = request.run();
    try {
      run(request, warmUp);
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

  /** Returns what is to be searched, or refuses it; writes nothing. */
  Request check(SearchConf conf, Configuration hadoop) {
    RunDirectory run = RunDirectory.at(out(conf), hadoop);
    DataSet images = conf.source().open(HadoopFolder.places(hadoop));
    Search.check(conf, images);
    String fingerprint = images.fingerprint();
    if (!fresh) {
      RunClaim.check(run, conf, fingerprint);
    }
    return new Request(conf, images, fingerprint, run);
  }

  /** Returns the conf, or throws {@link dev.sieve.driver.conf.ConfException} with its mistakes. */
  SearchConf conf() {
    return options.read();
  }

  /** Returns the run directory's path. */
  String out(SearchConf conf) {
    return out == null ? "runs/" + conf.name() : out;
  }

  boolean fresh() {
    return fresh;
  }

  private void run(Request request, JitWarmUp warmUp) throws IOException {
    try (JavaSparkContext spark = SparkStart.context("sieve " + request.conf().name())) {
      try {
        run(request, warmUp, spark);
      } catch (IOException | RuntimeException failure) {
        spark.sc().stop(Failures.code(failure)); // cluster managers report how an application ended
        throw failure;
      }
    }
  }

  @SuppressWarnings("try") // the hook is held, not used
  private void run(Request request, JitWarmUp warmUp, JavaSparkContext spark) throws IOException {
    SearchConf conf = request.conf();
    RunDirectory run = request.run();
    if (fresh) {
      RunClaim.setAside(run).ifPresent(this::sayWhereTheOldOneIs);
    }
    try (RunLock lock = RunClaim.lock(run, conf, request.fingerprint());
        Interruption interruption = Interruption.during(spec, run)) {
      run.sweep();
      run.folder().write(RunDirectory.CONF, conf.resolved());
      search(request, lock, spark, warmUp);
    }
  }

  /** Draws the report of what there is, unless nobody wants it; never fails. */
  void draw(RunDirectory run) {
    if (!noExport && run.folder().has("trials.csv")) {
      ReportCommand.run(run.display(), spec.commandLine().getErr());
    }
  }

  private void sayWhereTheOldOneIs(String kept) {
    spec.commandLine().getErr().printf("The old run is kept as %s%n", kept);
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  private void search(Request request, RunLock lock, JavaSparkContext spark, JitWarmUp warmUp) {
    PrintWriter output = spec.commandLine().getOut();
    RunDirectory run = request.run();
    try (ConsoleReporter reporter = ConsoleReporter.here(spec.commandLine().getErr())) {
      SearchConf conf = request.conf();
      Provenance provenance =
          RunClaim.provenance(run, conf, request.fingerprint(), Version.sieve(), reporter::warn);
      Cluster cluster = new Cluster(spark, request.images(), reporter::warn);
      Search search =
          new Search(
              conf,
              request.images(),
              run,
              lock,
              cluster,
              provenance,
              spark.hadoopConfiguration(),
              reporter);
      IdleCores.of(conf, cluster).forEach(this::say);
      warmUp.await();
      Search.Outcome outcome = search.run();
      outcome.stopped().ifPresent(reporter::warn);
      output.print(Summary.of(outcome.results(), run.display()));
      output.flush();
    } catch (RuntimeException failure) {
      SparkLog.end(); // tasks may be at work
      throw failure;
    }
  }
}
