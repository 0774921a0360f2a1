package dev.sieve.driver.cli.forecast;

import static java.util.Objects.requireNonNull;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Places;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.fit.DataMemory;
import dev.sieve.driver.forecast.DataSizes;
import dev.sieve.driver.stage.StageData;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * The sizes of the data that a plan is for: counted, or, where there are none yet, as their source
 * promises them.
 *
 * @param set the data; empty where they were not read
 * @param missing why they could not be read; empty where they were, or need not be
 */
record PlannedData(DataSizes sizes, Optional<DataSet> set, Optional<String> missing) {
  PlannedData {
    requireNonNull(sizes, "sizes are null");
  }

  /**
   * Returns those of {@code conf}, without starting Spark.
   *
   * @param memory bytes of a machine that the search runs on
   * @param opened whether the data are opened though their sizes are known
   * @throws UserError where the data do not fit there, or only Spark can tell their sizes
   * @throws DataException where they cannot be opened, and their source promises no sizes; or where
   *     they do not allow the stages of the conf
   */
  static PlannedData of(SearchConf conf, Configuration hadoop, long memory, boolean opened) {
    DataSource source = conf.source();
    Optional<DataSizes> promised = DataSizes.of(source.name(), source.promise());
    if (promised.isPresent() && source.paths().isEmpty() && !opened) {
      return new PlannedData(promised.get(), Optional.empty(), Optional.empty()); // made, not read
    }
    if (source.isReadByCluster()) {
      throw new UserError(
          Texts.format(
              "a plan needs the sizes of the data, but source = %s is read by Spark, which a plan does not start: plan with another source of the same sizes, such as synthetic",
              source.name()));
    }
    Places places = HadoopFolder.places(hadoop);
    DataSet set;
    try {
      set = new DataMemory(memory, memory).open(source, places);
    } catch (DataException missing) {
      return new PlannedData(
          promised.orElseThrow(() -> missing), Optional.empty(), Optional.of(missing.getMessage()));
    }
    new StageData(conf, set).checkData();
    return new PlannedData(DataSizes.of(set), Optional.of(set), Optional.empty());
  }
}
