package dev.sieve.export.run;

import dev.sieve.result.CurveTable;
import dev.sieve.run.Row;

/**
 * One point of a learning curve. Metrics that were not measured are NaN.
 *
 * @param step updates done
 * @param epoch passes over the training images done
 * @param eta learning rate η at this step
 * @param trainLoss in nats per image, as all losses and costs
 * @param trainAccuracy in [0, 1], as all accuracies
 */
public record Measurement(
    long step,
    double epoch,
    double eta,
    double trainLoss,
    double trainCost,
    double trainAccuracy,
    double validationLoss,
    double validationCost,
    double validationAccuracy) {

  /** Whether cost and loss differ: there is a penalty. */
  public boolean isPenalized() {
    return trainCost > trainLoss || validationCost > validationLoss;
  }

  static Measurement of(Row row) {
    return new Measurement(
        row.count(CurveTable.STEP),
        row.number(CurveTable.EPOCH),
        row.number(CurveTable.ETA),
        row.number(CurveTable.TRAIN_LOSS),
        row.number(CurveTable.TRAIN_COST),
        row.number(CurveTable.TRAIN_ACCURACY),
        row.number(CurveTable.VALIDATION_LOSS),
        row.number(CurveTable.VALIDATION_COST),
        row.number(CurveTable.VALIDATION_ACCURACY));
  }
}
