package dev.sieve.driver.catalog;

import dev.sieve.Digest;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;

/**
 * What tells a run from others in a table of many.
 *
 * @param id hexadecimal digits, the same for the same search in the same run directory, again and
 *     again
 * @param directory URI
 */
record RunIdentity(String id, String directory) {
  /** The column of {@link #id}, by which tables are partitioned. */
  static final String RUN = "run";

  private static final String DIRECTORY = "run_directory";
  private static final int HASH_BYTES = 6;

  /**
   * Returns that of {@code run}.
   *
   * @throws UserError where it is no run directory
   */
  static RunIdentity of(RunDirectory run) {
    Provenance provenance =
        Provenance.of(run)
            .orElseThrow(
                () -> new UserError(run.display() + " must be a run directory, but is none"));
    String directory = run.folder().uri();
    return new RunIdentity(
        Digest.of(List.of(provenance.conf(), provenance.dataFingerprint(), directory), HASH_BYTES),
        directory);
  }

  /** Returns {@code rows} with the columns that name the run behind their own. */
  Dataset<Row> marked(Dataset<Row> rows) {
    return rows.select(
        functions.col("*"),
        column(DIRECTORY, directory, "URI of the run directory that the row is from"),
        column(
            RUN,
            id,
            "id of the run: hash of what its conf decides, its data and its run directory"));
  }

  private static Column column(String name, String value, String comment) {
    Metadata metadata = new MetadataBuilder().putString("comment", comment).build();
    return functions.lit(value).as(name, metadata);
  }
}
