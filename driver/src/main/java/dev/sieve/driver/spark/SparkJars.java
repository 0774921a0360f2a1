package dev.sieve.driver.spark;

import dev.sieve.Digest;
import dev.sieve.driver.error.SearchFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;

/**
 * Spark's own jars, which each YARN container needs. Spark would upload them for each application:
 * 280 MB. Here they lie in the user's home on the cluster's file system as one archive, once for
 * each set of jars.
 */
public final class SparkJars {
  /** The property that names an archive of them. */
  public static final String ARCHIVE = "spark.yarn.archive";

  /** The property that names them one by one. */
  public static final String JARS = "spark.yarn.jars";

  /** Folders of a Spark home with jars: {@code yarn} holds what only YARN needs. */
  private static final List<String> FOLDERS = List.of("jars", "yarn");

  private static final String CACHE = ".sieve";
  private static final int HASH_BYTES = 6;

  private SparkJars() {}

  /**
   * Sets in {@code conf} where YARN's containers find Spark's jars, unless the user has said that;
   * first uploads them where they are not there yet.
   */
  public static void offer(SparkConf conf, Configuration hadoop) {
    String home = System.getenv("SPARK_HOME");
    if (conf.contains(ARCHIVE) || conf.contains(JARS) || home == null) {
      return;
    }
    try {
      FileSystem files = FileSystem.get(hadoop);
      if (files.getScheme().equals("file")) {
        conf.set(JARS, inPlace(java.nio.file.Path.of(home)));
      } else {
        conf.set(ARCHIVE, uploaded(java.nio.file.Path.of(home), files).toString());
      }
    } catch (IOException e) {
      throw new SearchFailure(
          "cannot put Spark's jars on the cluster's file system: " + e.getMessage(), e);
    }
  }

  /** A cluster without a file system of its own sees this machine's, or is this machine. */
  private static String inPlace(java.nio.file.Path home) {
    return String.join(
        ",",
        FOLDERS.stream()
            .map(home::resolve)
            .filter(Files::isDirectory)
            .map(folder -> "local:" + folder.toAbsolutePath() + "/*")
            .toList());
  }

  /** Returns the archive of the jars in {@code home}, which is written where there is none. */
  static Path uploaded(java.nio.file.Path home, FileSystem files) throws IOException {
    List<java.nio.file.Path> jars = jars(home);
    Path folder = new Path(files.getHomeDirectory(), CACHE);
    Path archive = new Path(folder, "spark-" + hash(jars) + ".zip");
    if (!files.exists(archive)) {
      Path unfinished = new Path(folder, archive.getName() + "." + UUID.randomUUID());
      try (OutputStream out = files.create(unfinished)) {
        write(jars, out);
      }
      // Nothing takes the place of an archive that containers may be reading.
      if (!files.rename(unfinished, archive)) {
        files.delete(unfinished, false);
      }
    }
    return archive;
  }

  private static List<java.nio.file.Path> jars(java.nio.file.Path home) throws IOException {
    List<java.nio.file.Path> jars = new ArrayList<>();
    for (String name : FOLDERS) {
      java.nio.file.Path folder = home.resolve(name);
      if (Files.isDirectory(folder)) {
        try (Stream<java.nio.file.Path> files = Files.list(folder)) {
          files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
        }
      }
    }
    jars.sort(Comparator.comparing(jar -> jar.getFileName().toString()));
    return jars;
  }

  private static String hash(List<java.nio.file.Path> jars) {
    return Digest.of(
        jars.stream().map(jar -> jar.getFileName() + " " + size(jar)).toList(), HASH_BYTES);
  }

  private static long size(java.nio.file.Path jar) {
    try {
      return Files.size(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jars are compressed already. */
  private static void write(List<java.nio.file.Path> jars, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (java.nio.file.Path jar : jars) {
        zip.putNextEntry(new ZipEntry(jar.getFileName().toString()));
        Files.copy(jar, zip);
        zip.closeEntry();
      }
    }
  }
}
