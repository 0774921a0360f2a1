package dev.sieve.driver.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessorKindTest {
  @Test
  void executorsOfTheSameKind_areNotSpokenOf() {
    assertEquals(Optional.empty(), ProcessorKind.warning("amd64", "amd64", "node1"));
  }

  @Test
  void executorsOfAnotherKind_areNamed_withWhatIsNotPromised() {
    String warning = ProcessorKind.warning("amd64", "aarch64", "node1").orElseThrow();
    assertTrue(
        warning.startsWith("executors on node1 are aarch64, but the driver is amd64"), warning);
  }
}
