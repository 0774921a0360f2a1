package dev.sieve.driver.submit;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.UserError;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The paths of a search whose driver runs elsewhere. A path without a scheme is one of the
 * cluster's own file system, where Hadoop's configuration names one; {@code file:} says that the
 * disk is mounted on all machines.
 */
public final class ClusterPaths {
  private static final String LOCAL = "file";

  private ClusterPaths() {}

  /**
   * Looks whether all machines see what {@code conf} names, {@code out} and {@code reused}.
   *
   * @throws UserError that names all of them that they do not see
   */
  public static void check(SearchConf conf, String out, List<String> reused, Configuration hadoop) {
    List<String> unseen = new ArrayList<>();
    refuse("--out", out, hadoop, unseen);
    reused.forEach(path -> refuse("--reuse", path, hadoop, unseen));
    conf.source().paths().forEach(path -> refuse("data.path", path, hadoop, unseen));
    if (conf.checkpoints().applies()) {
      conf.checkpoints().path().ifPresent(path -> refuse("checkpoint-path", path, hadoop, unseen));
    }
    if (!unseen.isEmpty()) {
      throw new UserError(
          Texts.format(
              "the driver runs on another machine: %s. Give URIs that it sees: hdfs://…, s3a://…, or file:/… for a disk that all machines mount",
              String.join("; ", unseen)));
    }
  }

  private static void refuse(String name, String path, Configuration hadoop, List<String> unseen) {
    if (scheme(path) == null && LOCAL.equals(FileSystem.getDefaultUri(hadoop).getScheme())) {
      unseen.add(Texts.format("%s must be a URI, but was '%s'", name, path));
    }
  }

  /** Returns whether the data can be looked at from here as from the cluster. */
  public static boolean dataIsSeenHere(SearchConf conf) {
    return !conf.source().isReadByCluster()
        && conf.source().paths().stream().noneMatch(path -> LOCAL.equals(scheme(path)));
  }

  private static String scheme(String path) {
    try {
      return new Path(path).toUri().getScheme();
    } catch (IllegalArgumentException e) {
      return null; // it is refused where it is opened
    }
  }
}
