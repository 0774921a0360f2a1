package dev.sieve.blas;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OneThreadTest {

  private static String refused(Map<String, String> environment) {
    return assertThrows(UnsatisfiedLinkError.class, () -> OneThread.require(environment))
        .getMessage();
  }

  @Test
  void oneThread_isAllowed() {
    assertDoesNotThrow(() -> OneThread.require(Map.of("OMP_NUM_THREADS", "1")));
    assertDoesNotThrow(
        () -> OneThread.require(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1")));
  }

  @Test
  void more_orUnknownNumbers_areRefused() {
    assertEquals(
        "OMP_NUM_THREADS must be 1 where the JVM starts, but was unset: each task has a core of its own",
        refused(Map.of()));
    assertEquals(
        "OPENBLAS_NUM_THREADS must be 1 where the JVM starts, but was 64: each task has a core of its own",
        refused(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "64")));
  }
}
