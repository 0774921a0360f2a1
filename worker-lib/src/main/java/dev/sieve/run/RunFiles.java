package dev.sieve.run;

import dev.sieve.result.GradientTable;

/** The names of the files in a run directory, beside those of tables and of the journal. */
public final class RunFiles {
  /** The search as it was run, every default filled in. */
  public static final String CONF = "search.conf";

  /** What the search resolved to: {@link SearchPlan}. */
  public static final String PLAN = "plan.json";

  /** Versions, processors and hashes. */
  public static final String PROVENANCE = "provenance.json";

  /** The folder of trained networks. */
  public static final String MODELS = "models";

  /** What {@code gradcheck} leaves, before a search or after it. */
  public static final String GRADCHECK = csv(GradientTable.NAME);

  /** What the name of an archive of arrays ends with. */
  public static final String ARRAYS = ".npz";

  private RunFiles() {}

  /** Returns the name of the CSV file of {@code table}. */
  public static String csv(String table) {
    return table + ".csv";
  }

  /** Returns the name of the Parquet file of {@code table}. */
  public static String parquet(String table) {
    return table + ".parquet";
  }

  /** Returns the name of the array of weights of layer {@code number}, from 1. */
  public static String weights(int number) {
    return "W" + number;
  }

  /** Returns the name of the array of biases of layer {@code number}, from 1. */
  public static String biases(int number) {
    return "b" + number;
  }
}
