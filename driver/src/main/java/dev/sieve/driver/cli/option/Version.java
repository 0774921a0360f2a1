package dev.sieve.driver.cli.option;

import org.apache.spark.package$;
import picocli.CommandLine.IVersionProvider;

/** The versions that decide what a search computes: Sieve's, Spark's and Java's. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "Sieve " + sieve(),
      "Spark " + package$.MODULE$.SPARK_VERSION(),
      "Java " + System.getProperty("java.runtime.version")
    };
  }

  /** Returns the version in the jar's manifest; there is none where classes lie in a folder. */
  public static String sieve() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
