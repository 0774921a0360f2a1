package dev.sieve.driver.checkpoint;

import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
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
   *
   * @throws UserError where it cannot
   */
  public static void check(Configuration hadoop, String path) {
    check(hadoop, path, probe -> Optional.empty());
  }

  /**
   * Creates the folder at {@code path}, and has every executor read and write there.
   *
   * @param tasks that run at once
   * @throws UserError where one of them cannot
   */
  public static void check(JavaSparkContext spark, String path, int tasks) {
    check(
        spark.hadoopConfiguration(),
        path,
        probe -> spark.isLocal() ? Optional.empty() : complaint(spark, path, probe, tasks));
  }

  /**
   * @param others returns what is wrong with the folder as other JVMs see it, in which there is a
   *     probe
   */
  private static void check(
      Configuration hadoop, String path, Function<String, Optional<String>> others) {
    String probe = ".probe-" + UUID.randomUUID();
    Folder folder = CheckpointRule.folderAt(path, hadoop);
    try {
      folder.create();
      folder.sweep("");
      folder.write(probe, probe);
      Optional<String> complaint = others.apply(probe);
      folder.delete(probe);
      complaint.ifPresent(what -> refuse(folder, what));
    } catch (SearchFailure e) {
      refuse(folder, e.getMessage());
    }
  }

  private static Optional<String> complaint(
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
        return FAR.formatted(executor, Host.name());
      }
      folder.write(mine, mine);
      folder.delete(mine);
      return "";
    } catch (SearchFailure e) {
      return "executor %s on %s: %s".formatted(executor, Host.name(), e.getMessage());
    }
  }

  private static void refuse(Folder folder, String complaint) {
    throw new UserError(
        ("checkpoint-every needs a folder that the driver and every executor can write to, but for"
                + " %s, %s. Set checkpoint-path to one, or checkpoint-every = none")
            .formatted(folder.display(), complaint));
  }
}
