package dev.sieve.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionTableTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 12})
  void columns_haveOneProbabilityPerClass_andSearchLast(int classes) {
    List<String> expected =
        Stream.of(
                Stream.of("stage", "trial", "image", "label", "predicted"),
                Stream.iterate(0, c -> c + 1).limit(classes).map(c -> "p" + c),
                Stream.of("search"))
            .flatMap(names -> names)
            .toList();
    assertEquals(expected, headers(classes, false));
    assertEquals(expected, headers(classes, true).subList(0, expected.size()));
  }

  private static List<String> headers(int classes, boolean mirror) {
    return PredictionTable.columns(classes, mirror).stream().map(Column::header).toList();
  }

  @Test
  void values_areThoseOfTheRowsOwnImage() {
    Trial trial =
        new Trial(
            "final",
            0,
            new Hyperparameters(
                List.of(),
                0,
                10,
                new LearningRateSchedule.Constant(1),
                new Initialization.Xavier()),
            0,
            1);
    float[] probabilities = {0.25f, 0.5f, 0.25f, 0.125f, 0.125f, 0.75f};
    float[] mirror = {0, 0, 1, 0.25f, 0.5f, 0.25f};
    PredictionRow row = new PredictionRow("s", trial, 1, 0, 3, probabilities, mirror);
    assertEquals(
        List.of("final", 0, 1, 0, 2, 0.125, 0.125, 0.75, "s", 1, 0.25, 0.5, 0.25),
        PredictionTable.columns(3, true).stream()
            .map(column -> column.value().apply(row))
            .toList());
  }
}
