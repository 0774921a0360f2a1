package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkStartTest {
  private final SparkConf user = new SparkConf(false);

  @Test
  void mandatoryProperties_winOverTheUsers() {
    user.set("spark.sql.session.timeZone", "Asia/Tokyo");
    assertEquals("UTC", SparkStart.tiers("a", user).get("spark.sql.session.timeZone"));
  }

  @Test
  void results_areAsLargeAsTheyAre() {
    user.set("spark.driver.maxResultSize", "1g");
    assertEquals("0", SparkStart.tiers("a", user).get("spark.driver.maxResultSize"));
  }

  @Test
  void usersProperties_winOverDefaults() {
    user.set("spark.ui.enabled", "true");
    assertEquals("true", SparkStart.tiers("a", user).get("spark.ui.enabled"));
  }

  @Test
  void defaults_fillTheRest() {
    assertEquals("2s", SparkStart.tiers("a", user).get("spark.executor.heartbeatInterval"));
  }

  @Test
  void usersConf_isNotModified() {
    SparkStart.tiers("a", user);
    assertEquals(0, user.getAll().length);
  }

  @Test
  void usersName_staysAndSparkSubmitsGoes() {
    user.setAppName("mine");
    assertEquals("mine", SparkStart.tiers("a", user).get("spark.app.name"));
    user.setAppName("dev.sieve.driver.cli.Sieve");
    assertEquals("a", SparkStart.tiers("a", user).get("spark.app.name"));
  }

  @Test
  void jars_areCopiedToOtherJvms_notToTheDriverItself() {
    user.set("spark.jars", "sieve.jar");
    user.setMaster("local[2,4]");
    assertFalse(SparkStart.tiers("a", user).contains("spark.jars"));
    user.setMaster("local-cluster[1,1,1024]");
    assertEquals("sieve.jar", SparkStart.tiers("a", user).get("spark.jars"));
    user.setMaster("spark://127.0.0.1:7077");
    assertEquals("sieve.jar", SparkStart.tiers("a", user).get("spark.jars"));
  }
}
