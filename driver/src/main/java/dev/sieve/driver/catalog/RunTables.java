package dev.sieve.driver.catalog;

import static java.util.stream.Collectors.joining;

import dev.sieve.Texts;
import dev.sieve.driver.conf.TablePrefix;
import dev.sieve.driver.error.Refusals;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.result.CurveTable;
import dev.sieve.result.ExecutionTable;
import dev.sieve.result.TrialTable;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of many runs, in a catalog of Spark's. What they hold of a run is replaced whenever it
 * is saved: to save it twice changes nothing.
 */
public final class RunTables {
  private static final List<String> TABLES =
      List.of(TrialTable.NAME, CurveTable.NAME, ExecutionTable.NAME);

  private static final String CATALOG = "spark.sql.catalogImplementation";

  private final SparkSession spark;
  private final TablePrefix prefix;

  /** Those whose names begin with {@code prefix}, which need not exist. */
  public RunTables(SparkSession spark, TablePrefix prefix) {
    this.spark = spark;
    this.prefix = prefix;
  }

  /**
   * Looks whether runs can be saved there; writes nothing.
   *
   * @throws UserError where there is no such database, where its tables would be gone with this
   *     session, and where other tables have these names
   */
  public void check() {
    try {
      CatalogPath database = new CatalogPath(spark, prefix);
      if (!database.exists()) {
        throw new UserError(
            Texts.format(
                "tables.catalog must be in a database that exists, but there is no %s: CREATE DATABASE makes it",
                prefix.database()));
      }
      if (database.isOfSession() && spark.conf().get(CATALOG).equals("in-memory")) {
        throw new UserError(
            Texts.format(
                "tables.catalog must be in a catalog that lasts, but %s is in Spark's own, in memory: %s=hive needs a Spark with Hive, and spark.sql.catalog.NAME adds Iceberg's or another",
                prefix.database(), CATALOG));
      }
      for (String table : TABLES) {
        new ManyRuns(spark, prefix, table).check();
      }
    } catch (UserError e) {
      throw e;
    } catch (Exception e) { // of any catalog
      throw new UserError(
          Texts.format("tables.catalog %s cannot be used: %s", prefix.text(), Refusals.reason(e)),
          e);
    }
  }

  /**
   * Saves {@code run}, and returns what was done, in words.
   *
   * @throws SearchFailure where the catalog refuses
   */
  public String save(RunDirectory run) {
    RunIdentity identity = RunIdentity.of(run);
    try {
      RunRows rows = new RunRows(spark, run.folder());
      for (String table : TABLES) {
        new ManyRuns(spark, prefix, table).replace(identity.marked(rows.of(table)), identity.id());
      }
    } catch (Exception e) { // of any catalog
      throw new SearchFailure(
          Texts.format(
              "%s is complete, but is not saved as %s: %s. To save it: submit/sieve save %s %s",
              run.display(), prefix.text(), Refusals.reason(e), run.display(), prefix.text()),
          e);
    }
    return Texts.format(
        "Saved as %s, %s = '%s'",
        TABLES.stream()
            .map(table -> prefix.database() + "." + prefix.table(table))
            .collect(joining(", ")),
        RunIdentity.RUN,
        identity.id());
  }
}
