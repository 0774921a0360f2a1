package dev.sieve.driver.conf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablePrefixTest {
  @Test
  void theLastPart_isThePrefix() {
    TablePrefix prefix = TablePrefix.of("tables.catalog", "my-lake.team.sieve");
    assertEquals(List.of("my-lake", "team"), prefix.path());
    assertEquals("sieve_trials", prefix.table("trials"));
    assertEquals("my-lake.team.sieve", prefix.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sieve", "db.", ".sieve", "db..sieve", "db.si-eve", "d`b.s", "a b.c"})
  void otherNames_areRefused(String text) {
    assertThrows(InvalidValueException.class, () -> TablePrefix.of("tables.catalog", text));
  }
}
