package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.RunDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class HadoopHereTest {
  private static final String PATIENCE = "ipc.client.rpc-timeout.ms";

  @Test
  void silence_hasALimit_unlessTheUserSetAnother() {
    Configuration hadoop = new Configuration();
    assertEquals("60000", HadoopHere.adapt(hadoop).get(PATIENCE));
    hadoop.set(PATIENCE, "5000");
    assertEquals("5000", HadoopHere.adapt(hadoop).get(PATIENCE));
  }

  /** As a NameNode that hangs: it takes the connection, and says nothing. */
  @Test
  void serverThatIsSilent_isNamed() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Configuration hadoop = HadoopHere.adapt(new Configuration());
      hadoop.set(PATIENCE, "300");
      String place = "localhost:" + silent.getLocalPort();
      RunDirectory run = RunDirectory.at("hdfs://" + place + "/run", hadoop);
      SearchFailure failure =
          assertThrows(SearchFailure.class, () -> run.folder().has("search.conf"));
      assertTrue(
          failure.getMessage().endsWith("no server answers at " + place), failure.getMessage());
    }
  }
}
