package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"local", "local[2]", "local[*]", "local[*,4]", "local-cluster[2,1,1024]", "yarn"})
  void mastersWithoutAddress_areReached(String url) {
    assertDoesNotThrow(() -> Master.parse(url).reach());
  }

  @Test
  void standaloneMasters_areListed() {
    assertEquals(List.of("a:7077", "b:7078"), Master.parse("spark://a:7077,b:7078").addresses());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "local[x]",
        "local[0]",
        "local[2,0]",
        "locall",
        "spark://",
        "spark://a",
        "spark://a:1,",
        "http://a:1"
      })
  void nonsense_isRefusedWithItsText(String url) {
    UserError refusal = assertThrows(UserError.class, () -> Master.parse(url));
    assertTrue(refusal.getMessage().contains("but was '"), refusal.getMessage());
  }

  @Test
  void closedPort_isRefusedByName() throws IOException {
    int port = closedPort();
    Master master = Master.parse("spark://127.0.0.1:" + port);
    UserError refusal = assertThrows(UserError.class, master::reach);
    assertTrue(refusal.getMessage().contains("127.0.0.1:" + port), refusal.getMessage());
  }

  @Test
  void oneOfSeveral_isEnough() throws IOException {
    try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "spark://127.0.0.1:" + closedPort() + ",127.0.0.1:" + open.getLocalPort();
      assertDoesNotThrow(() -> Master.parse(url).reach());
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
