package dev.sieve.driver.submit;

import dev.sieve.Digest;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.spark.SparkJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;

/**
 * A search whose driver runs on the cluster.
 *
 * @param master as Spark takes it
 * @param jar Sieve's, on this machine
 * @param spark the user's options of Spark's
 * @param conf as it was read here, from files and variables that the cluster does not have
 * @param reused runs whose finished trials are taken over
 */
public record ClusterSearch(
    String master,
    String jar,
    List<String> spark,
    SearchConf conf,
    RunDirectory run,
    boolean fresh,
    List<RunDirectory> reused) {
  private static final int HASH_BYTES = 6;

  /**
   * The property that says where an image holds Sieve's jar, if it is not one of our Dockerfile.
   */
  private static final String IMAGE_JAR = "spark.sieve.jar";

  private static final String STANDALONE_WAIT = "spark.standalone.submit.waitAppCompletion";

  public ClusterSearch {
    spark = List.copyOf(spark);
    reused = List.copyOf(reused);
  }

  /** Returns whether Spark waits for the driver's end, which is what it is asked for by default. */
  public boolean isWaitedFor() {
    SparkConf user = new SparkConf();
    return user.getBoolean("spark.yarn.submit.waitAppCompletion", true)
        && user.getBoolean(STANDALONE_WAIT, true)
        && user.getBoolean("spark.kubernetes.submission.waitAppCompletion", true);
  }

  /** Submits it, and returns how the driver ended, once Spark's own client has ended. */
  public Optional<DriverResult> run(Configuration hadoop) throws IOException, InterruptedException {
    String result = run.folder().uri() + "/.ended-" + UUID.randomUUID();
    new SparkSubmission(options(result, hadoop), shared(), arguments()).run();
    return DriverResult.take(result, hadoop);
  }

  /** What the user gave comes last, and wins. */
  private List<String> options(String result, Configuration hadoop) {
    SparkConf defaults =
        new SparkConf(false).set(Recording.PROPERTY, result).set(STANDALONE_WAIT, "true");
    if (master.equals("yarn") && !userHas(SparkJars.ARCHIVE) && !userHas(SparkJars.JARS)) {
      SparkJars.offer(defaults, hadoop);
    }
    List<String> options = new ArrayList<>(List.of("--name", "sieve " + conf.name()));
    for (var property : defaults.getAll()) {
      options.addAll(List.of("--conf", property._1() + "=" + property._2()));
    }
    options.addAll(spark);
    return options;
  }

  private static boolean userHas(String property) {
    return new SparkConf().contains(property);
  }

  private List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(List.of("search", ShippedConf.of(conf.resolved()), "--no-export"));
    arguments.addAll(List.of("--out", run.folder().uri()));
    if (fresh) {
      arguments.add("--fresh");
    }
    reused.forEach(one -> arguments.addAll(List.of("--reuse", one.folder().uri())));
    return arguments;
  }

  /**
   * Returns the jar as the driver's machine sees it. YARN uploads it; a standalone worker fetches
   * it from where it is told to, which is the run directory; in Kubernetes, the image holds it.
   */
  private String shared() throws IOException {
    if (master.startsWith("k8s://")) {
      return new SparkConf().get(IMAGE_JAR, "local:///opt/sieve/sieve.jar");
    }
    if (!master.startsWith("spark://")) {
      return jar;
    }
    byte[] bytes = Files.readAllBytes(Path.of(jar));
    String name =
        RunDirectory.SHIPPED
            + HexFormat.of().formatHex(Digest.sha256(bytes, 0, bytes.length), 0, HASH_BYTES)
            + ".jar";
    run.folder().create();
    if (!run.folder().has(name)) {
      run.folder().write(name, bytes);
    }
    return run.folder().uri() + "/" + name;
  }
}
