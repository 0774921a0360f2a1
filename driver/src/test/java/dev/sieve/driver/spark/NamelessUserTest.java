package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NamelessUserTest {

  @Test
  void name_isHadoops_orTheNumber() {
    assertEquals("me", NamelessUser.name(Map.of("HADOOP_USER_NAME", "me")));
    String number = NamelessUser.name(Map.of("HADOOP_USER_NAME", ""));
    assertTrue(number.matches("\\d+|nobody"), number);
  }
}
