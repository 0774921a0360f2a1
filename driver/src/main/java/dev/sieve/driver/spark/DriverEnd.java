package dev.sieve.driver.spark;

import org.apache.spark.SparkUserAppException;

/** How a driver ends, so that whoever runs it learns the exit code. */
public final class DriverEnd {
  private DriverEnd() {}

  /**
   * Ends this JVM with {@code exit}, or lets it be ended: YARN's application master runs the driver
   * in its own JVM, and takes an exit before its last report for a crash, after which it would run
   * the driver again. It wants a return, or Spark's exception that carries the code.
   */
  public static void with(int exit) throws SparkUserAppException {
    if (!isInsideApplicationMaster()) {
      System.exit(exit);
    }
    if (exit != 0) {
      throw new SparkUserAppException(exit, null);
    }
  }

  private static boolean isInsideApplicationMaster() {
    return "yarn".equals(System.getProperty("spark.master")) && isInsideCluster();
  }

  /**
   * Returns whether this is a driver that a cluster started. Whoever starts one hands Spark's
   * properties on as the system's, which are read without any class of Spark's.
   */
  static boolean isInsideCluster() {
    return "cluster".equals(System.getProperty("spark.submit.deployMode"));
  }
}
