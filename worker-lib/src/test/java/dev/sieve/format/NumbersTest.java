package dev.sieve.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "0.1, 0.1",
    "0.015989533498786956, 0.01599",
    "10072.656272874947, 10070",
    "100, 100",
    "1.0E-5, 1e-5",
    "0.0001, 0.0001",
    "0.00003081234, 3.081e-5",
    "-0.00003081234, -3.081e-5",
    "9999999, 1e7",
    "12345678, 1.235e7",
    "0.99996, 1",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void shown_hasFourDigitsAtMost(double value, String expected) {
    assertEquals(expected, Numbers.shown(value));
  }
}
