package dev.sieve.driver.cli;

import dev.sieve.data.DataSet;
import dev.sieve.data.source.Places;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.fit.DataMemory;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.search.RunClaim;
import dev.sieve.driver.search.Search;
import dev.sieve.driver.spark.SparkStart;
import org.apache.hadoop.conf.Configuration;

/**
 * A search that has been checked: its conf fits its data, and its run directory is free, or holds
 * this very search.
 *
 * @param fingerprint of {@code data}
 */
record SearchRequest(SearchConf conf, DataSet data, String fingerprint, RunDirectory run) {

  /**
   * Opens the data, and refuses all that can be known to be wrong; writes nothing.
   *
   * @param fresh whether {@code run} may hold another search, which will be set aside
   * @param memory bytes of what trains; {@link Long#MAX_VALUE} where that is not known
   * @throws dev.sieve.driver.error.UserError if the search cannot run
   */
  static SearchRequest check(
      SearchConf conf, RunDirectory run, boolean fresh, Configuration hadoop, long memory) {
    if (conf.source().isReadByCluster()) {
      SparkStart.context(application(conf)); // which reading would start under another name
    }
    Places places = HadoopFolder.places(hadoop);
    new DataMemory(Runtime.getRuntime().maxMemory(), memory).check(conf.source(), places);
    DataSet data = conf.source().open(places);
    Search.check(conf, data, memory);
    String fingerprint = data.fingerprint();
    if (fresh) {
      RunClaim.checkPlace(run);
    } else {
      RunClaim.check(run, conf, fingerprint);
    }
    return new SearchRequest(conf, data, fingerprint, run);
  }

  /** Returns the name of its Spark application, unless the user gives it one. */
  String application() {
    return application(conf);
  }

  private static String application(SearchConf conf) {
    return "sieve " + conf.name();
  }
}
