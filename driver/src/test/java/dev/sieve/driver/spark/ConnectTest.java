package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.UserError;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class ConnectTest {
  private final SparkConf user = new SparkConf(false);

  @Test
  void property_isRefusedInOneSentence() {
    user.set("spark.remote", "sc://host");
    UserError refusal = assertThrows(UserError.class, () -> Connect.refuse(user, Map.of()));
    assertTrue(refusal.getMessage().endsWith("use --master, but was 'sc://host'"));
  }

  @Test
  void variable_isRefused() {
    Map<String, String> environment = Map.of("SPARK_REMOTE", "sc://host");
    assertThrows(UserError.class, () -> Connect.refuse(user, environment));
  }

  @Test
  void aSparkOfOnesOwn_isNot() {
    assertDoesNotThrow(() -> Connect.refuse(user.setMaster("yarn"), Map.of()));
  }
}
