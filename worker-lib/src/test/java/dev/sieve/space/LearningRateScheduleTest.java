package dev.sieve.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  @Test
  void triangular_risesAndFalls_againAndAgain() {
    LearningRateSchedule schedule = new LearningRateSchedule.Triangular(0.1, 0.5, 4);
    List<Double> rates = List.of(0L, 2L, 4L, 6L, 8L, 10L, 12L).stream().map(schedule::at).toList();
    List<Double> expected = List.of(0.1, 0.3, 0.5, 0.3, 0.1, 0.3, 0.5);
    for (int i = 0; i < rates.size(); i++) {
      assertEquals(expected.get(i), rates.get(i), 1e-15);
    }
  }

  @Test
  void constant_isConstant() {
    assertEquals(0.01, new LearningRateSchedule.Constant(0.01).at(12_345));
  }

  @Test
  void impossibleSchedules_areRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new LearningRateSchedule.Triangular(0.5, 0.1, 4));
    assertThrows(
        IllegalArgumentException.class, () -> new LearningRateSchedule.Triangular(0.1, 0.5, 0));
    assertThrows(IllegalArgumentException.class, () -> new LearningRateSchedule.Constant(0));
  }

  @Test
  void configuration_dependsOnEveryValue_andOnNothingElse() {
    Hyperparameters one = hyperparameters(List.of(50), 0.1);
    assertEquals(one.configuration(), hyperparameters(List.of(50), 0.1).configuration());
    assertEquals(
        3,
        List.of(one, hyperparameters(List.of(5, 1), 0.1), hyperparameters(List.of(50), 0.2))
            .stream()
            .map(Hyperparameters::configuration)
            .distinct()
            .count());
    assertEquals(12, one.configuration().length());
  }

  private static Hyperparameters hyperparameters(List<Integer> hidden, double eta) {
    return new Hyperparameters(
        hidden, 0.01, 100, new LearningRateSchedule.Constant(eta), new Initialization.Xavier());
  }
}
