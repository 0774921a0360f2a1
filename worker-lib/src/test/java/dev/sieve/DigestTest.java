package dev.sieve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

  /** The digest that FIPS 180-4 gives of "abc", as the NIST's example values have it. */
  @Test
  void of_beginsAsSha256Does() {
    assertEquals("ba7816bf8f01", Digest.of(List.of("abc"), 6));
  }

  @Test
  void of_joinsTextsByNewlines() {
    assertEquals(Digest.of(List.of("a\nb"), 32), Digest.of(List.of("a", "b"), 32));
  }
}
