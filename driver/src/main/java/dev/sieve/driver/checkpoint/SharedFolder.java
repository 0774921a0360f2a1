package dev.sieve.driver.checkpoint;

import dev.sieve.Texts;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.Folder;
import dev.sieve.driver.run.Host;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Finds out, before anything is trained, whether driver and executors see the same folder. */
public final class SharedFolder {
  private static final String FAR = "executor %s on %s does not see what the driver writes";

  private SharedFolder() {}

  /**
   * Creates the folder at {@code path}, and writes there from this JVM, which is the only one.
   * Returns what is wrong with it; empty where nothing is.
   */
  public static Optional<String> complaint(Configuration hadoop, String path) {
    return complaint(hadoop, path, probe -> Optional.empty());
  }

  /**
   * Creates the folder at {@code path}, and has every executor read and write there. Returns what
   * is wrong with it; empty where nothing is.
   *
   * @param tasks that run at once
   */
  public static Optional<String> complaint(JavaSparkContext spark, String path, int tasks) {
    return complaint(
        spark.hadoopConfiguration(),
        path,
        probe -> spark.isLocal() ? Optional.empty() : ofExecutors(spark, path, probe, tasks));
  }

  /**
   * @param others returns what is wrong with the folder as other JVMs see it, in which there is a
   *     probe
   */
  private static Optional<String> complaint(
      Configuration hadoop, String path, Function<String, Optional<String>> others) {
    String probe = ".probe-" + UUID.randomUUID();
    Folder folder = CheckpointRule.folderAt(path, hadoop);
    try {
      folder.create();
      folder.sweep("");
      folder.write(probe, probe);
      Optional<String> complaint = others.apply(probe);
      folder.delete(probe);
      return complaint.map(what -> of(folder, what));
    } catch (SearchFailure e) {
      return Optional.of(of(folder, e.getMessage()));
    }
  }

  private static Optional<String> ofExecutors(
      JavaSparkContext spark, String path, String probe, int tasks) {
    List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
    return spark.parallelize(numbers, tasks).map(i -> complaint(path, probe)).collect().stream()
        .filter(complaint -> !complaint.isEmpty())
        .findFirst();
  }

  /** Returns what is wrong with the folder as this executor sees it; empty where nothing is. */
  private static String complaint(String path, String probe) {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    String executor = SparkEnv.get().executorId();
    String mine = probe + "-" + UUID.randomUUID();
    try {
      Folder folder = CheckpointRule.folderAt(path, hadoop);
      if (!folder.has(probe)) {
        return Texts.format(FAR, executor, Host.name());
      }
      folder.write(mine, mine);
      folder.delete(mine);
      return "";
    } catch (SearchFailure e) {
      return Texts.format("executor %s on %s: %s", executor, Host.name(), e.getMessage());
    }
  }

  private static String of(Folder folder, String complaint) {
    return Texts.format("for %s, %s", folder.display(), complaint);
  }
}
