package dev.sieve.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class AxesTest {
  @SuppressWarnings("unused")
  static final List<Axis<?>> ALL = Axes.ALL;

  /** Part of what a seed means: further ones are appended, none is ever moved. */
  @Test
  void coordinates_stayWhereTheyAre() {
    assertEquals(
        List.of(
            "l2 0",
            "schedule.eta 1",
            "schedule.eta-max 1",
            "schedule.eta-min 2",
            "schedule.half-cycle 3",
            "batch-size 4",
            "hidden 5",
            "initialization 6",
            "schedule.decay-factor 7",
            "schedule.decay-every 8",
            "objective 9",
            "label-smoothing 10",
            "optimizer 11",
            "dropout 12",
            "flip 13",
            "shift 14",
            "shift-fill 15",
            "noise 16",
            "input-dropout 17",
            "epochs 18"),
        Axes.ALL.stream()
            .filter(axis -> axis.coordinate() <= 18)
            .sorted(Comparator.comparingInt(Axis::coordinate))
            .map(axis -> axis.key() + " " + axis.coordinate())
            .toList());
  }

  @Test
  void coordinates_haveNoGaps_andAreSharedByTheTwoLargestRatesAlone() {
    Set<Integer> coordinates = new HashSet<>();
    for (Axis<?> axis : Axes.ALL) {
      assertTrue(
          coordinates.add(axis.coordinate()) || axis.equals(ScheduleAxes.ETA_MAX), axis.key());
    }
    assertEquals(
        IntStream.range(0, Axes.DIMENSIONS).boxed().toList(),
        coordinates.stream().sorted().toList());
  }

  @Test
  void keys_areDifferent() {
    assertEquals(Axes.ALL.size(), Axes.ALL.stream().map(Axis::key).distinct().count());
    assertEquals(Axes.ALL.size(), Axes.ALL.stream().map(Axis::name).distinct().count());
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void anAxis_isToldToPeople(Axis<?> axis) {
    assertFalse(axis.title().isBlank());
    assertTrue(!axis.columns().isEmpty() || axis.equals(ScheduleAxes.ETA), "no column");
  }

  @ParameterizedTest
  @EnumSource(ScheduleShape.class)
  void aShape_isMadeOfItsNumbers(ScheduleShape shape) {
    assertEquals(1, shape.numbers().stream().filter(shape.largest()::equals).count());
    assertEquals(
        shape.numbers().stream().map(Axis::key).sorted().toList(),
        Axes.ALL.stream()
            .filter(
                axis ->
                    axis.key().startsWith("schedule.")
                        && !axis.equals(Axes.SCHEDULE)
                        && axis.applies(AxisValues.NONE.with(Axes.SCHEDULE, shape)))
            .map(Axis::key)
            .sorted()
            .toList());
  }
}
