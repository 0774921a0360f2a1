package dev.sieve.driver.spark;

import static java.util.stream.Collectors.joining;

import dev.sieve.Texts;
import dev.sieve.driver.error.UserError;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

/** YARN's resource managers, as {@code yarn-site.xml} names them. */
final class ResourceManager {
  private ResourceManager() {}

  /**
   * Returns as soon as one of them accepts a connection. Spark itself would try for minutes.
   *
   * @throws UserError where none does
   */
  static void reach(Configuration hadoop) {
    List<InetSocketAddress> addresses = addresses(new YarnConfiguration(hadoop));
    if (addresses.stream().noneMatch(Master::answers)) {
      throw new UserError(
          Texts.format(
              "no YARN resource manager answers at %s. Is HADOOP_CONF_DIR the folder of this cluster's yarn-site.xml?",
              addresses.stream()
                  .map(address -> address.getHostString() + ":" + address.getPort())
                  .collect(joining(", "))));
    }
  }

  private static List<InetSocketAddress> addresses(YarnConfiguration yarn) {
    if (!yarn.getBoolean(YarnConfiguration.RM_HA_ENABLED, false)) {
      return List.of(address(yarn, YarnConfiguration.RM_ADDRESS));
    }
    return Stream.of(yarn.getTrimmedStrings(YarnConfiguration.RM_HA_IDS))
        .map(id -> address(yarn, YarnConfiguration.RM_ADDRESS + "." + id))
        .toList();
  }

  /** Of several, {@code yarn-site.xml} may name the host alone, of all their ports. */
  private static InetSocketAddress address(YarnConfiguration yarn, String key) {
    String host = yarn.get(key.replace("address", "hostname"), "0.0.0.0");
    return yarn.getSocketAddr(
        key, host + ":" + YarnConfiguration.DEFAULT_RM_PORT, YarnConfiguration.DEFAULT_RM_PORT);
  }
}
