package dev.sieve.driver.conf;

import dev.sieve.space.ScheduleShape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which numbers each shape of the learning rate has. */
final class ScheduleKeys {
  static final Format<ScheduleShape> SHAPE =
      Formats.words(ScheduleShape.values(), ScheduleShape::text);

  private ScheduleKeys() {}

  static Optional<ScheduleShape> named(Object text) {
    return Arrays.stream(ScheduleShape.values())
        .filter(shape -> shape.text().equals(text))
        .findFirst();
  }

  static List<Axis> axes(ScheduleShape shape) {
    return switch (shape) {
      case CONSTANT -> List.of(Axis.ETA);
      case TRIANGULAR -> List.of(Axis.ETA_MIN, Axis.ETA_MAX, Axis.HALF_CYCLE);
      case SHRINKING_TRIANGULAR ->
          List.of(Axis.ETA_MIN, Axis.ETA_MAX, Axis.HALF_CYCLE, Axis.DECAY_FACTOR);
      case STEP_DECAY -> List.of(Axis.ETA, Axis.DECAY_FACTOR, Axis.DECAY_EVERY);
      case EXPONENTIAL_DECAY -> List.of(Axis.ETA, Axis.DECAY_FACTOR);
      case LINEAR_DECAY -> List.of(Axis.ETA_MIN, Axis.ETA_MAX);
    };
  }

  /** Returns the number that is the largest rate. */
  static Axis largest(ScheduleShape shape) {
    return axes(shape).contains(Axis.ETA) ? Axis.ETA : Axis.ETA_MAX;
  }

  /** Returns what is wrong with a number of another shape. */
  static String rule(ScheduleShape shape) {
    return "does not belong to a "
        + shape.text()
        + " schedule, which has "
        + axes(shape).stream()
            .map(axis -> axis.key().substring(Axis.SCHEDULE.length()))
            .collect(Collectors.joining(", "));
  }
}
