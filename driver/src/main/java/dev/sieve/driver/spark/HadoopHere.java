package dev.sieve.driver.spark;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonConfigurationKeys;

/**
 * Hadoop's settings as they suit a command of this machine. They cannot be properties of Spark's,
 * since those also reach processes that start without {@code sieve.jar}, such as YARN's application
 * master.
 */
final class HadoopHere {
  private static final String UMASK = CommonConfigurationKeys.FS_PERMISSIONS_UMASK_KEY;

  /**
   * How long a server may be silent: a minute, three times where it does not take the connection.
   * With Hadoop's own settings a command would wait for a quarter of an hour, or for ever.
   */
  private static final Map<String, String> PATIENCE =
      Map.of(
          CommonConfigurationKeys.IPC_CLIENT_CONNECT_MAX_RETRIES_ON_SOCKET_TIMEOUTS_KEY,
          "2",
          CommonConfigurationKeys.IPC_CLIENT_RPC_TIMEOUT_KEY,
          "60000");

  /** Hadoop's own settings alone. */
  private static final Configuration USUAL = usual();

  private HadoopHere() {}

  private static Configuration usual() {
    Configuration hadoop = new Configuration(false);
    hadoop.addResource("core-default.xml");
    return hadoop;
  }

  /**
   * Files as other programs of this machine write them: without hidden .crc files, which make a CSV
   * that was edited by hand unreadable to Spark, and with the permissions that the process's umask
   * leaves, which Hadoop does not look at. And patience that ends. What the user has set stays.
   *
   * @return {@code hadoop}, modified
   */
  static Configuration adapt(Configuration hadoop) {
    hadoop.set("fs.file.impl", PlainLocalFileSystem.class.getName());
    if (isUsual(hadoop, UMASK)) {
      Umask.ofThisProcess().ifPresent(mask -> hadoop.set(UMASK, mask));
    }
    PATIENCE.forEach(
        (key, value) -> {
          if (isUsual(hadoop, key)) {
            hadoop.set(key, value);
          }
        });
    return hadoop;
  }

  private static boolean isUsual(Configuration hadoop, String key) {
    String value = hadoop.get(key);
    return value == null || value.equals(USUAL.get(key));
  }
}
