package dev.sieve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomePathTest {
  private static final String HOME = System.getProperty("user.home");

  @Test
  void aTildeInFront_isTheUsersHome() {
    assertEquals(HOME, HomePath.of("~"));
    assertEquals(HOME + "/runs/a~b", HomePath.of("~/runs/a~b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "runs", "~other/runs", "a~", "./~", "hdfs://host/~/a"})
  void anyOtherPath_isLeftAlone(String path) {
    assertEquals(path, HomePath.of(path));
  }
}
