package dev.sieve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomePathTest {

  /** As a shell has it: what HOME says, or else the system. */
  @Test
  void aTildeInFront_isTheUsersHome() {
    assertEquals("/home/me", HomePath.of("~", Map.of("HOME", "/home/me")));
    assertEquals("/home/me/runs/a~b", HomePath.of("~/runs/a~b", Map.of("HOME", "/home/me")));
    assertEquals(System.getProperty("user.home") + "/runs", HomePath.of("~/runs", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "runs", "~other/runs", "a~", "./~", "hdfs://host/~/a"})
  void anyOtherPath_isLeftAlone(String path) {
    assertEquals(path, HomePath.of(path));
  }
}
