package dev.sieve.result;

import dev.sieve.format.ColumnType;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Metrics;
import java.util.List;
import java.util.function.Function;

/** The columns of one {@link Measured}: null where it was not asked for. */
public record MeasuredColumns<R>(
    Column<R> validationLoss,
    Column<R> validationAccuracy,
    Column<R> testLoss,
    Column<R> testAccuracy) {

  /**
   * Returns columns whose names begin with {@code prefix}.
   *
   * @param by what gives the probabilities, in words
   */
  static <R> MeasuredColumns<R> of(String prefix, String by, Function<R, Measured> measured) {
    return new MeasuredColumns<>(
        new Column<>(
            prefix + "_validation_loss",
            ColumnType.DOUBLE,
            "−log of the right class's probability on the validation examples, in nats per example, by "
                + by,
            row -> TrialRow.loss(validation(measured.apply(row)))),
        new Column<>(
            prefix + "_validation_accuracy",
            ColumnType.DOUBLE,
            "share of validation examples classified right, in [0, 1], by " + by,
            row -> TrialRow.accuracy(validation(measured.apply(row)))),
        new Column<>(
            prefix + "_test_loss",
            ColumnType.DOUBLE,
            "as " + prefix + "_validation_loss, on the test examples",
            row -> TrialRow.loss(test(measured.apply(row)))),
        new Column<>(
            prefix + "_test_accuracy",
            ColumnType.DOUBLE,
            "as " + prefix + "_validation_accuracy, on the test examples; never used to choose",
            row -> TrialRow.accuracy(test(measured.apply(row)))));
  }

  /** Returns the columns, in their order. */
  List<Column<R>> all() {
    return List.of(validationLoss, validationAccuracy, testLoss, testAccuracy);
  }

  static Metrics validation(Measured measured) {
    return measured == null ? null : measured.validation();
  }

  static Metrics test(Measured measured) {
    return measured == null ? null : measured.test();
  }
}
