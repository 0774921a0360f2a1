package dev.sieve.driver.cli;

import dev.sieve.data.DataSet;
import dev.sieve.data.RareClasses;
import dev.sieve.data.source.Places;
import dev.sieve.driver.catalog.RunTables;
import dev.sieve.driver.claim.RunClaim;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.fit.DataMemory;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.search.Search;
import dev.sieve.driver.spark.SparkStart;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * A search that has been checked: its conf fits its data, and its run directory is free, holds this
 * very search, or one that makes way for it.
 *
 * @param fingerprint of {@code data}
 * @param reused runs whose finished trials are taken over
 * @param changed whether {@code run} holds another plan, which makes way
 */
record SearchRequest(
    SearchConf conf,
    DataSet data,
    String fingerprint,
    RunDirectory run,
    List<RunDirectory> reused,
    boolean changed) {

  SearchRequest {
    reused = List.copyOf(reused);
  }

  /**
   * Opens the data, and refuses all that can be known to be wrong; writes nothing.
   *
   * @param fresh whether {@code run} may hold another search, which will be set aside
   * @param reused runs whose finished trials are to be taken over
   * @param memory bytes of what trains; {@link Long#MAX_VALUE} where that is not known
   * @throws dev.sieve.driver.error.UserError if the search cannot run
   */
  static SearchRequest check(
      SearchConf conf,
      RunDirectory run,
      boolean fresh,
      List<RunDirectory> reused,
      Configuration hadoop,
      long memory) {
    if (conf.source().isReadByCluster()) {
      start(conf); // which reading would start under another name
    }
    Places places = HadoopFolder.places(hadoop);
    DataMemory room = new DataMemory(Runtime.getRuntime().maxMemory(), memory);
    DataSet data = room.open(conf.source(), places);
    Search.check(conf, data, memory);
    String fingerprint = data.fingerprint();
    if (fresh) {
      RunClaim.checkPlace(run);
    }
    boolean changed = !fresh && RunClaim.isChanged(run, conf, data, fingerprint);
    reused.forEach(one -> RunClaim.checkReused(one, conf, data, fingerprint));
    return new SearchRequest(conf, data, fingerprint, run, reused, changed);
  }

  /** Returns what the user should know of the data; empty where that is nothing. */
  Optional<String> warning() {
    return RareClasses.warning(data);
  }

  /**
   * Returns where its tables are put besides, if anywhere.
   *
   * @throws dev.sieve.driver.error.UserError where that cannot be
   */
  Optional<RunTables> tables() {
    Optional<RunTables> tables =
        conf.catalog().map(prefix -> new RunTables(SparkSession.active(), prefix));
    tables.ifPresent(RunTables::check);
    return tables;
  }

  /** Returns Spark, under the name of this search unless the user gives it another. */
  JavaSparkContext start() {
    return start(conf);
  }

  private static JavaSparkContext start(SearchConf conf) {
    String name = "sieve " + conf.name();
    return conf.catalog().isPresent()
        ? new JavaSparkContext(SparkStart.withCatalogs(name).sparkContext())
        : SparkStart.context(name);
  }
}
