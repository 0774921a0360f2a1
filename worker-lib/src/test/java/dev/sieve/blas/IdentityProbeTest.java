package dev.sieve.blas;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityProbeTest {
  private static final int INPUTS = 3072;

  @ParameterizedTest
  @CsvSource({"10, 10", "50, 100", "37, 200", "37, 10"})
  void choose_findsARuleForOpenBlas(int width, int batch) {
    assertNotNull(
        IdentityProbe.choose(Blas.load(BlasChoice.OPENBLAS), List.of(width), batch, INPUTS, 250));
  }

  @Test
  void choose_fixesPacksForJava() {
    assertNull(IdentityProbe.choose(Blas.load(BlasChoice.JAVA), List.of(50), 100, INPUTS, 250));
  }
}
