package dev.sieve.driver.cli;

import dev.sieve.driver.catalog.RunTables;
import dev.sieve.driver.claim.RunClaim;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.show.ConsoleReporter;
import dev.sieve.driver.cli.show.Waiting;
import dev.sieve.driver.cli.summary.Summary;
import dev.sieve.driver.cluster.Cluster;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.reuse.ReusedRuns;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.driver.search.IdleCores;
import dev.sieve.driver.search.Search;
import dev.sieve.driver.spark.SparkLog;
import dev.sieve.engine.JitWarmUp;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine;

/**
 * Runs a search in a Spark application of its own, and prints what it is doing and what came of it.
 *
 * @param fresh whether the search that the run directory holds is set aside
 */
record SparkSearch(SearchRequest request, boolean fresh, CommandLine command) {

  /**
   * @param warmUp under way while Spark starts; awaited before anything is trained
   */
  void run(JitWarmUp warmUp) throws IOException {
    try (JavaSparkContext spark = started()) {
      try {
        claimAndSearch(spark, warmUp);
      } catch (IOException | RuntimeException failure) {
        spark.sc().stop(Failures.code(failure)); // cluster managers report how an application ended
        throw failure;
      }
    }
  }

  private JavaSparkContext started() {
    try (Waiting waiting = Waiting.here()) {
      waiting.says("Starting Spark");
      return request.start();
    }
  }

  private void claimAndSearch(JavaSparkContext spark, JitWarmUp warmUp) throws IOException {
    RunDirectory run = request.run();
    Optional<RunTables> besides = request.tables();
    if (fresh) {
      RunClaim.setAside(run)
          .ifPresent(kept -> command.getErr().println("The old run is kept as " + kept));
    } else if (request.changed()) {
      command
          .getErr()
          .println(
              "The plan has changed: the old run is kept as "
                  + ReusedRuns.makeWay(run)
                  + ", and what it has finished is taken over");
    }
    boolean begun = run.isInUse();
    try (RunLock lock = RunClaim.lock(run, request.conf(), request.fingerprint());
        Interruption interruption = Interruption.during(command, run)) {
      run.sweep();
      run.folder().write(RunDirectory.CONF, request.conf().resolved());
      search(lock, spark, warmUp, interruption, begun);
      besides.ifPresent(tables -> command.getOut().println(tables.save(run)));
      command.getOut().flush();
    }
  }

  private void search(
      RunLock lock,
      JavaSparkContext spark,
      JitWarmUp warmUp,
      Interruption interruption,
      boolean begun) {
    SearchConf conf = request.conf();
    RunDirectory run = request.run();
    PrintWriter output = command.getOut();
    try (ConsoleReporter reporter = ConsoleReporter.here(command.getErr(), conf)) {
      request.warning().ifPresent(reporter::warn);
      Provenance provenance =
          RunClaim.provenance(run, conf, request.fingerprint(), Version.sieve(), reporter::warn);
      ReusedRuns reused =
          ReusedRuns.of(run, request.reused(), spark.hadoopConfiguration(), reporter::warn)
              .on(provenance.platform());
      Cluster cluster = new Cluster(spark, request.data(), reporter::warn);
      Search search =
          new Search(
              conf,
              request.data(),
              run,
              lock,
              cluster,
              reused.record(provenance),
              reused.reuse(conf, request.data(), request.fingerprint()),
              spark.hadoopConfiguration(),
              reporter);
      interruption.then(search::writeTables);
      IdleCores.of(conf, cluster).forEach(command.getErr()::println);
      warmUp.await();
      Optional<TimedSearch> timed =
          begun || !reused.isEmpty()
              ? Optional.empty()
              : TimedSearch.of(request, cluster, !spark.isLocal());
      Search.Outcome outcome = search.run();
      outcome.stopped().ifPresent(reporter::warn);
      output.print(Summary.of(outcome.results(), run.display()));
      if (outcome.stopped().isEmpty()) {
        timed.ifPresent(time -> output.println(time.ended(search)));
      }
      output.flush();
    } catch (RuntimeException failure) {
      SparkLog.end(); // tasks may be at work
      throw failure;
    }
  }
}
