package dev.sieve.driver.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.UserError;
import org.junit.jupiter.api.Test;

class ShippedConfTest {
  private static final String TEXT =
      "search { seed = 1 } # λ, \"quoted\" and ${such}\n".repeat(500);

  @Test
  void text_isTheSameAgain() {
    assertEquals(TEXT, ShippedConf.text(ShippedConf.of(TEXT)));
  }

  /** No shell, and no splitting into words, changes it. */
  @Test
  void argument_hasNoCharacterThatAShellReads_andIsShort() {
    String argument = ShippedConf.of(TEXT);
    assertTrue(argument.matches("[A-Za-z0-9:;,/_-]+"), argument);
    assertTrue(argument.length() < TEXT.length() / 10, "but was " + argument.length());
  }

  @Test
  void fileNames_areNone() {
    assertTrue(ShippedConf.is(ShippedConf.of("")));
    assertFalse(ShippedConf.is("conf/quickstart.conf"));
    assertFalse(ShippedConf.is("hdfs://namenode/my.conf"));
  }

  @Test
  void cutShort_isRefused() {
    String whole = ShippedConf.of(TEXT);
    assertThrows(UserError.class, () -> ShippedConf.text(whole.substring(0, whole.length() / 2)));
  }
}
