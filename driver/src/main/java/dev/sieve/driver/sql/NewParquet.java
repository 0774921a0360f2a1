package dev.sieve.driver.sql;

import dev.sieve.Texts;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.Folder;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A Parquet file that is not there yet. Spark itself writes folders of them. */
public final class NewParquet {
  private final Folder parent;
  private final String name;

  private NewParquet(Folder parent, String name) {
    this.parent = parent;
    this.name = name;
  }

  /**
   * Returns the file at {@code path}, any Hadoop path; touches nothing.
   *
   * @throws UserError where something is there: a run's table, perhaps
   */
  public static NewParquet at(String path, Configuration hadoop) {
    Folder parent = Folder.at("--parquet", path + "/..", hadoop);
    NewParquet file = new NewParquet(parent, new Path(path).getName());
    if (file.parent.has(file.name)) {
      throw new UserError(Texts.format("--parquet must be a new file, but %s is there", path));
    }
    return file;
  }

  /** Writes {@code rows} there, in their order. */
  public void write(Dataset<Row> rows) {
    String parts = "." + name + ".parts";
    rows.coalesce(1).write().mode("overwrite").parquet(parent.uri(parts));
    for (String part : parent.list(parts)) {
      if (part.endsWith(".parquet")) {
        parent.rename(parts + "/" + part, name);
      } else {
        parent.delete(parts + "/" + part);
      }
    }
    parent.delete(parts);
    if (!parent.has(name)) {
      throw new SearchFailure(
          "the executors do not write where this machine reads: --parquet must be a path that all see");
    }
  }
}
