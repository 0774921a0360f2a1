package dev.sieve.driver.cli.forecast;

import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.source.DataSource;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.forecast.DataSizes;
import dev.sieve.driver.stage.StageData;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * The sizes of the data that a plan is for: counted, or, where there are none yet, as their source
 * promises them.
 *
 * @param missing why they could not be read; empty where they were, or need not be
 */
record PlannedData(DataSizes sizes, Optional<String> missing) {
  PlannedData {
    requireNonNull(sizes, "sizes are null");
  }

  /**
   * Returns those of {@code conf}, without starting Spark.
   *
   * @throws UserError where only opening the data tells their sizes, and they cannot be opened, or
   *     only by Spark
   * @throws DataException where they do not allow the stages of the conf
   */
  static PlannedData of(SearchConf conf, Configuration hadoop) {
    DataSource source = conf.source();
    Optional<DataSizes> promised = DataSizes.of(source.name(), source.promise());
    if (promised.isPresent() && source.paths().isEmpty()) {
      return new PlannedData(promised.get(), Optional.empty()); // made, not read
    }
    if (source.isReadByCluster()) {
      throw new UserError(
          "a plan needs the sizes of the data, but source = %s is read by Spark, which a plan does not start: plan with another source of the same sizes, such as synthetic"
              .formatted(source.name()));
    }
    DataSet set;
    try {
      set = source.open(HadoopFolder.places(hadoop));
    } catch (DataException missing) {
      return new PlannedData(
          promised.orElseThrow(() -> missing), Optional.of(missing.getMessage()));
    }
    new StageData(conf, set).checkData();
    return new PlannedData(DataSizes.of(set), Optional.empty());
  }
}
