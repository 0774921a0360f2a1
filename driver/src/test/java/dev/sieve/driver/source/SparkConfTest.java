package dev.sieve.driver.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.source.frame.SparkSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How confs say what Spark reads. */
class SparkConfTest {
  private static SearchConf read(String data) {
    return ConfFile.parse(
        """
        search {
          data { source = spark, label = y, train = 40, validation = 20, %s }
          training.batch-size = 10
          stages = [only]
          stage.only.space.l2 = [0, 1]
        }
        """
            .formatted(data),
        "x.conf",
        List.of(),
        Map.of("CIFAR10_DIR", "elsewhere"));
  }

  @Test
  void options_keepTheirNames_andAreWrittenAsTheyAreReadAgain() {
    SearchConf conf =
        read("format = avro, path = a, where = \"a > 1\", options { x = 1, a.b.c = true }");
    SearchConf again = ConfFile.parse(conf.resolved(), "search.conf", List.of(), Map.of());
    assertEquals(conf.source(), again.source());
    assertTrue(conf.source().toString().contains("a.b.c=true"), conf.source().toString());
    assertEquals(List.of("a"), conf.source().paths());
  }

  @Test
  void whereTheRowsAre_isNoPartOfTheIdentity_butTheConditionIs() {
    SearchConf one = read("format = csv, path = a, options { sep = \";\" }");
    SearchConf other = read("table = b, test.table = c");
    assertEquals(one.identity(), other.identity());
    assertFalse(one.identity().equals(read("table = b, where = \"a > 1\"").identity()));
    assertEquals(List.of(), other.source().paths(), "CIFAR-10's folder is no default");
  }

  @Test
  void optionsThatAreNone_areRefused() {
    String message =
        assertThrows(ConfException.class, () -> read("path = a, options = 3")).getMessage();
    assertEquals(
        "x.conf:2: search.data.options must be a section of options, { name = value }, but was 3",
        message);
    assertEquals("spark", SparkSource.KIND.name());
  }
}
