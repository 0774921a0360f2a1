package dev.sieve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> KNOWN = List.of("batch-size", "epochs", "l2");

  @Test
  void of_nearName_offersIt() {
    assertEquals(
        "known are batch-size, epochs, l2; did you mean batch-size?",
        Suggestion.of("batchSize", KNOWN));
  }

  @Test
  void of_farName_offersNone() {
    assertEquals("known are batch-size, epochs, l2", Suggestion.of("hidden", KNOWN));
  }
}
