package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.FallbackConfigEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each setting that Spark declares, with values that are of few types. */
class LateSettingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"x y", "", "-1", "1e400", "9223372036854775808", "10 parsecs"})
  void anySetting_isTaken_orRefusedByItsName(String value) {
    LateSettings.checked(new SparkConf(false)); // all are declared then
    List<String> refused = new ArrayList<>();
    for (ConfigEntry<?> entry : List.copyOf(ConfigEntry.listAllEntries())) {
      SparkConf conf = new SparkConf(false).set(entry.key(), value);
      try {
        assertEquals(conf, LateSettings.checked(conf));
      } catch (RuntimeException e) {
        String words = Refusals.ofStart(e).getMessage();
        assertEquals(1, words.lines().count(), words);
        // Spark names the setting that such a one stands for.
        assertTrue(words.contains(entry.key()) || entry instanceof FallbackConfigEntry, words);
        assertFalse(words.matches("(?s).*(java|scala|apache|SQLSTATE).*"), words);
        refused.add(entry.key());
      }
    }
    assertTrue(refused.size() > 100, refused.toString());
    assertTrue(refused.size() < ConfigEntry.listAllEntries().size(), "texts are taken");
  }

  @Test
  void whatSparkDoesNotKnow_isTaken() {
    LateSettings.checked(new SparkConf(false).set("spark.hadoop.mine", "x").set("spark.mine", "y"));
  }
}
