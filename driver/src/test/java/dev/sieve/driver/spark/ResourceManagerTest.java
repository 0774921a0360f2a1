package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class ResourceManagerTest {
  private final Configuration yarn = new Configuration(false);

  @Test
  void silence_isRefusedByAddress() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    yarn.set("yarn.resourcemanager.address", "127.0.0.1:" + port);
    UserError refusal = assertThrows(UserError.class, () -> ResourceManager.reach(yarn));
    assertTrue(refusal.getMessage().contains("answers at 127.0.0.1:" + port), refusal.getMessage());
  }

  @Test
  void oneOfTwo_isEnough() throws IOException {
    try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      yarn.setBoolean("yarn.resourcemanager.ha.enabled", true);
      yarn.set("yarn.resourcemanager.ha.rm-ids", "a,b");
      yarn.set("yarn.resourcemanager.address.a", "127.0.0.1:1");
      yarn.set("yarn.resourcemanager.address.b", "127.0.0.1:" + open.getLocalPort());
      assertDoesNotThrow(() -> ResourceManager.reach(yarn));
    }
  }
}
