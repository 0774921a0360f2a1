package dev.sieve.driver.spark;

import static java.util.Map.entry;

import dev.sieve.driver.error.Refusals;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.StaticSQLConf;

/**
 * The one place where Spark is started. Whoever starts it closes it: {@code try (JavaSparkContext
 * spark = SparkStart.context("search"))}.
 *
 * <p>Properties come in three tiers. {@link #MANDATORY} ones make a table the same everywhere, and
 * win; what the user gave to {@code spark-submit} comes next; {@link #DEFAULTS} fill the rest.
 */
public final class SparkStart {

  /** Properties on which results, or their ways back, depend. */
  static final Map<String, String> MANDATORY =
      Map.of(
          "spark.sql.session.timeZone", "UTC",
          // A null in a table is one in JSON.
          "spark.sql.jsonGenerator.ignoreNullFields", "false",
          // Spark sums up a job's results, though each is taken as it comes: models of 2,000 trials
          // would end their stage.
          "spark.driver.maxResultSize", "0",
          // Kryo 4 cannot write records.
          "spark.serializer", "org.apache.spark.serializer.JavaSerializer",
          // No hidden .crc files, as in HadoopHere. A class of Hadoop's own may travel.
          "spark.hadoop.fs.AbstractFileSystem.file.impl", "org.apache.hadoop.fs.local.RawLocalFs");

  /** By which vectors stay in registers over a loop. */
  static final String LOOPS = "-XX:+UseCountedLoopSafepoints -XX:LoopStripMiningIter=1000";

  /** Properties that suit many short jobs over little data, unless the user says otherwise. */
  static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          entry("spark.master", "local[*,4]"),
          entry("spark.ui.enabled", "false"),
          entry("spark.ui.showConsoleProgress", "false"),
          // What G1 does anyway. With the serial collector, which a JVM of one core takes, and with
          // the parallel one, updates of weights would take 1.3 to 1.5 times as long.
          entry("spark.executor.extraJavaOptions", LOOPS),
          // Executors report progress with their heartbeats: 10 s would be a slow clock.
          entry("spark.executor.heartbeatInterval", "2s"),
          // Asked why a node went silent, YARN's master may not know for ten minutes. The question
          // is given up after two, when by Spark's default the line to the master would be cut as
          // well, and the whole search end.
          entry("spark.rpc.io.connectionTimeout", "300s"),
          // Images hardly become smaller, and it takes the driver's time at the start.
          entry("spark.broadcast.compress", "false"),
          // Tables here have more columns than Spark likes to show in a plan, which nobody reads.
          entry("spark.sql.debug.maxToStringFields", "200"),
          // Tables here have thousands of rows, not billions.
          entry("spark.sql.shuffle.partitions", "4"),
          // A BLAS of the system runs each product on the core of the task that calls it.
          entry("spark.executorEnv.OPENBLAS_NUM_THREADS", "1"),
          entry("spark.executorEnv.MKL_NUM_THREADS", "1"),
          entry("spark.executorEnv.OMP_NUM_THREADS", "1"));

  /** The master that is a resource manager, named by {@code HADOOP_CONF_DIR}. */
  private static final String YARN = "yarn";

  /** By which Spark's own shells know whether it was built with Hive. */
  private static final String HIVE_SESSION = "org.apache.spark.sql.hive.HiveSessionStateBuilder";

  private static final String HIVE = "hive";

  private SparkStart() {}

  /**
   * Starts an application called {@code name} as {@code spark-submit} was told, or takes the one
   * that data were read by. Throws {@link dev.sieve.driver.error.UserError} for a master that is
   * none or does not answer.
   */
  public static JavaSparkContext context(String name) {
    SparkConf conf = startable(name, new SparkConf());
    SparkContext spark = start(() -> SparkContext.getOrCreate(LateSettings.checked(conf)));
    HadoopHere.adapt(spark.hadoopConfiguration());
    return JavaSparkContext.fromSparkContext(spark);
  }

  /** The same, for those who ask in SQL: the session takes a second more. */
  public static SparkSession session(String name) {
    return session(name, new SparkConf());
  }

  /**
   * The same, for those who write to the user's tables: with Hive's metastore, and the warehouse
   * that it names, where its classes are there, as in Spark's own shells.
   */
  public static SparkSession withCatalogs(String name) {
    SparkConf user = new SparkConf();
    String catalog = StaticSQLConf.CATALOG_IMPLEMENTATION().key();
    if (isThere(HIVE_SESSION)) {
      user.setIfMissing(catalog, HIVE);
    }
    return user.get(catalog, "").equals(HIVE)
        ? started(startable(name, user))
        : session(name, user);
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Starts a session as {@code user} wants it, which is not modified. */
  static SparkSession session(String name, SparkConf user) {
    SparkConf conf = startable(name, user);
    // Spark makes this folder though nothing is put there, by default where the command is called.
    conf.setIfMissing(
        "spark.sql.warehouse.dir",
        Path.of(System.getProperty("java.io.tmpdir"), "sieve-warehouse").toUri().toString());
    return started(conf);
  }

  private static SparkSession started(SparkConf conf) {
    SparkSession session =
        start(() -> SparkSession.builder().config(LateSettings.checked(conf)).getOrCreate());
    HadoopHere.adapt(session.sparkContext().hadoopConfiguration());
    return session;
  }

  /** Starts what {@code starting} does; what Spark refuses is the user's mistake. */
  private static <T> T start(Supplier<T> starting) {
    try {
      return SparkLog.quietly(starting);
    } catch (Exception e) { // Scala's methods declare none
      throw Refusals.ofStart(e);
    }
  }

  /**
   * Returns where files are, as {@code spark-submit} was told, without starting it. Throws {@link
   * dev.sieve.driver.error.UserError} as {@link #context} would: nothing need be read or written
   * for a master that does not answer.
   */
  public static Configuration hadoop() {
    return hadoop(reachable("sieve", new SparkConf()));
  }

  /** The same, whatever the master. */
  public static Configuration files() {
    return hadoop(new SparkConf());
  }

  private static Configuration hadoop(SparkConf conf) {
    return HadoopHere.adapt(SparkHadoopUtil.get().newConfiguration(conf));
  }

  private static SparkConf startable(String name, SparkConf user) {
    SparkConf conf = reachable(name, user);
    if (conf.get("spark.master").equals(YARN) && !DriverEnd.isInsideCluster()) {
      SparkJars.offer(conf, hadoop(conf));
    }
    return conf;
  }

  private static SparkConf reachable(String name, SparkConf user) {
    Connect.refuse(user, System.getenv());
    SparkConf conf = tiers(name, user);
    if (!DriverEnd.isInsideCluster()) {
      reach(conf.get("spark.master"), conf);
      LocalFolders.check(conf, System.getenv());
    }
    return conf;
  }

  /** Returns whether the master that {@code spark-submit} was told of is this JVM. */
  public static boolean trainsHere() {
    return Master.parse(tiers("sieve", new SparkConf()).get("spark.master")).isLocal();
  }

  /** Returns the bytes that tasks of one machine share: this JVM's, or those of an executor. */
  public static long memoryOfTasks() {
    SparkConf conf = tiers("sieve", new SparkConf());
    return Master.parse(conf.get("spark.master")).isLocal()
        ? Runtime.getRuntime().maxMemory()
        : conf.getSizeAsBytes("spark.executor.memory", "1g");
  }

  /**
   * Returns where {@code master} can be reached from here.
   *
   * @throws dev.sieve.driver.error.UserError where it is none, or does not answer
   */
  public static void reach(String master) {
    reach(master, new SparkConf());
  }

  private static void reach(String master, SparkConf conf) {
    Master.parse(master).reach();
    if (master.equals(YARN)) {
      ResourceManager.reach(SparkHadoopUtil.get().newConfiguration(conf));
    }
  }

  /**
   * Returns the three tiers in one; {@code name} is a default too. A driver that runs the tasks
   * itself gets no copy of the jars, which its own loader has.
   */
  static SparkConf tiers(String name, SparkConf user) {
    SparkConf conf = user.clone();
    DEFAULTS.forEach(conf::setIfMissing);
    // spark-submit names an application after its class where the user gave no name.
    if (!conf.contains("spark.app.name")
        || conf.get("spark.app.name").equals("dev.sieve.driver.cli.Sieve")) {
      conf.setAppName(name);
    }
    MANDATORY.forEach(conf::set);
    if (Master.parse(conf.get("spark.master")).isLocal()) {
      conf.remove("spark.jars");
    }
    return conf;
  }
}
