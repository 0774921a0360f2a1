package dev.sieve.export.run;

/**
 * One measurement of a trial while it trained. Metrics that were not measured are NaN.
 *
 * @param step updates done
 * @param epoch passes over the training images done
 * @param eta learning rate η at this step
 * @param trainLoss in nats per image, as all losses and costs
 * @param trainAccuracy in [0, 1], as all accuracies
 */
public record CurvePoint(
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

  static CurvePoint of(Row row) {
    return new CurvePoint(
        row.count("step"),
        row.number("epoch"),
        row.number("eta"),
        row.number("train_loss"),
        row.number("train_cost"),
        row.number("train_accuracy"),
        row.number("validation_loss"),
        row.number("validation_cost"),
        row.number("validation_accuracy"));
  }
}
