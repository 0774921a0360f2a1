package dev.sieve.driver.spark;

import dev.sieve.Texts;
import dev.sieve.driver.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/** Where Spark keeps its temporary files: without one, it ends the JVM by itself. */
final class LocalFolders {
  private LocalFolders() {}

  /**
   * Returns where one of the folders can be written.
   *
   * @param environment of this process
   * @throws UserError where none can
   */
  static void check(SparkConf conf, Map<String, String> environment) {
    String usual = conf.get("spark.local.dir", System.getProperty("java.io.tmpdir"));
    String folders = environment.getOrDefault("SPARK_LOCAL_DIRS", usual);
    if (Stream.of(folders.split(",", -1)).map(String::strip).noneMatch(LocalFolders::isWritable)) {
      throw new UserError(
          Texts.format(
              "spark.local.dir must be a folder that can be written, but was '%s'. SIEVE_CACHE names another",
              folders));
    }
  }

  private static boolean isWritable(String folder) {
    try {
      Path inside = Files.createTempDirectory(Files.createDirectories(Path.of(folder)), "sieve");
      Files.delete(inside);
      return true;
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }
}
