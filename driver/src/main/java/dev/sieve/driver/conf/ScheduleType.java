package dev.sieve.driver.conf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The shapes of the learning rate, and the numbers that each of them has. */
enum ScheduleType {
  CONSTANT,
  TRIANGULAR;

  static final Format<ScheduleType> FORMAT = Formats.words(values(), ScheduleType::text);

  static Optional<ScheduleType> named(Object text) {
    return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the numbers that a schedule of this shape has. */
  List<Axis> axes() {
    return switch (this) {
      case CONSTANT -> List.of(Axis.ETA);
      case TRIANGULAR -> List.of(Axis.ETA_MIN, Axis.ETA_MAX, Axis.HALF_CYCLE);
    };
  }

  /** Returns what is wrong with a number of another shape. */
  String rule() {
    return "does not belong to a "
        + text()
        + " schedule, which has "
        + axes().stream()
            .map(axis -> axis.key().substring(Axis.SCHEDULE.length()))
            .collect(Collectors.joining(", "));
  }
}
