package dev.sieve.result;

import java.util.List;

/** The columns of {@code trials}, one row per trial. */
public final class TrialTable {
  private TrialTable() {}

  /** In their order; later ones are appended, never renamed. */
  public static final List<Column<TrialRow>> COLUMNS =
      List.of(
          new Column<>("search", ColumnType.TEXT, "name of the search", TrialRow::search),
          new Column<>("stage", ColumnType.TEXT, "name of the stage", row -> row.trial().stage()),
          new Column<>(
              "trial",
              ColumnType.INT,
              "number of the trial in its stage, from 0",
              row -> row.trial().index()),
          new Column<>(
              "configuration",
              ColumnType.TEXT,
              "hash of the hyperparameters: the same configuration has the same one everywhere",
              row -> row.hyperparameters().configuration()),
          new Column<>(
              "repeat",
              ColumnType.INT,
              "0, 1, 2, …: another training of the same configuration with fresh random streams",
              row -> row.trial().repeat()),
          new Column<>("seed", ColumnType.LONG, "seed of the search", TrialRow::seed),
          new Column<>(
              "status",
              ColumnType.TEXT,
              "COMPLETED, DIVERGED or FAILED",
              row -> row.result().status().name()),
          new Column<>(
              "failure",
              ColumnType.TEXT,
              "DIVERGED, EXCEPTION, OUT_OF_MEMORY, TIMEOUT or LOST; null if COMPLETED",
              row -> row.result().failure() == null ? null : row.result().failure().name()),
          new Column<>(
              "hidden",
              ColumnType.TEXT,
              "units of each hidden layer, input side first: 50, 100-50, none",
              row -> row.hyperparameters().hiddenText()),
          new Column<>(
              "parameters",
              ColumnType.LONG,
              "weights and biases of the network",
              TrialRow::parameters),
          new Column<>(
              "objective",
              ColumnType.TEXT,
              "loss that training minimizes: softmax-cross-entropy, svm, sigmoid-cross-entropy",
              row -> row.hyperparameters().objective().text()),
          new Column<>(
              "label_smoothing",
              ColumnType.DOUBLE,
              "share of the target spread over all classes",
              row -> row.hyperparameters().objective().labelSmoothing()),
          new Column<>(
              "initialization",
              ColumnType.TEXT,
              "distribution of the first weights: xavier, he, gaussian(σ), uniform(low,high)",
              row -> row.hyperparameters().initialization().text()),
          new Column<>(
              "normalization",
              ColumnType.TEXT,
              "of the pixels: per-pixel, global, per-image, unit, mean-only",
              TrialRow::normalization),
          new Column<>(
              "l2",
              ColumnType.DOUBLE,
              "λ of J = loss + λ ΣW², over all weights and no biases",
              row -> row.hyperparameters().l2()),
          new Column<>(
              "optimizer",
              ColumnType.TEXT,
              "sgd, momentum, nesterov, adam",
              row -> row.hyperparameters().optimizer().text()),
          new Column<>(
              "momentum",
              ColumnType.DOUBLE,
              "of the optimizer; 0 where it has none",
              row -> row.hyperparameters().optimizer().momentum()),
          new Column<>(
              "schedule",
              ColumnType.TEXT,
              "of the learning rate: constant, triangular, shrinking-triangular, step-decay,"
                  + " exponential-decay, linear-decay",
              row -> row.schedule().shape().text()),
          new Column<>(
              "eta_min",
              ColumnType.DOUBLE,
              "smallest learning rate η; 0 for one that decays towards it",
              row -> row.schedule().etaMin()),
          new Column<>(
              "eta_max",
              ColumnType.DOUBLE,
              "largest learning rate η",
              row -> row.schedule().etaMax()),
          new Column<>(
              "half_cycle",
              ColumnType.INT,
              "updates in half a cycle, n_s; null without cycles",
              TrialRow::halfCycle),
          new Column<>(
              "decay_factor",
              ColumnType.DOUBLE,
              "of a decaying or shrinking schedule; null elsewhere",
              row -> row.schedule().decayFactor()),
          new Column<>(
              "decay_every",
              ColumnType.INT,
              "epochs between two decays in steps; null elsewhere",
              row -> row.schedule().decayEvery()),
          new Column<>(
              "batch_size",
              ColumnType.INT,
              "images per update",
              row -> row.hyperparameters().batchSize()),
          new Column<>(
              "flip",
              ColumnType.DOUBLE,
              "probability of a mirrored image",
              row -> row.hyperparameters().augmentation().flip()),
          new Column<>(
              "shift",
              ColumnType.INT,
              "largest random shift of an image, in pixels",
              row -> row.hyperparameters().augmentation().shift()),
          new Column<>(
              "noise",
              ColumnType.DOUBLE,
              "standard deviation of noise on the inputs",
              row -> row.hyperparameters().augmentation().noise()),
          new Column<>(
              "dropout",
              ColumnType.DOUBLE,
              "share of hidden units dropped",
              row -> row.hyperparameters().dropout()),
          new Column<>(
              "input_dropout",
              ColumnType.DOUBLE,
              "share of inputs dropped",
              row -> row.hyperparameters().augmentation().dropout()),
          new Column<>(
              "train_images", ColumnType.INT, "images that trained", TrialRow::trainImages),
          new Column<>(
              "validation_images",
              ColumnType.INT,
              "images that validated",
              TrialRow::validationImages),
          new Column<>(
              "epochs",
              ColumnType.INT,
              "passes over the training images granted",
              row -> row.trial().epochs()),
          new Column<>("steps", ColumnType.LONG, "updates done", row -> row.result().steps()),
          new Column<>(
              "train_loss",
              ColumnType.DOUBLE,
              "mean loss on the training images at the end, in nats per image; null unless"
                  + " COMPLETED",
              row -> TrialRow.loss(row.result().train())),
          new Column<>(
              "train_cost",
              ColumnType.DOUBLE,
              "train_loss + λ ΣW²",
              row -> TrialRow.cost(row.result().train())),
          new Column<>(
              "train_accuracy",
              ColumnType.DOUBLE,
              "share of training images classified right, in [0, 1]",
              row -> TrialRow.accuracy(row.result().train())),
          new Column<>(
              "validation_loss",
              ColumnType.DOUBLE,
              "mean loss on the validation images, in nats per image",
              row -> TrialRow.loss(row.result().validation())),
          new Column<>(
              "validation_cost",
              ColumnType.DOUBLE,
              "validation_loss + λ ΣW²",
              row -> TrialRow.cost(row.result().validation())),
          new Column<>(
              "validation_accuracy",
              ColumnType.DOUBLE,
              "share of validation images classified right, in [0, 1]: what the search maximizes",
              row -> TrialRow.accuracy(row.result().validation())),
          new Column<>(
              "test_loss",
              ColumnType.DOUBLE,
              "mean loss on the test images, in nats per image; in stage final, elsewhere"
                  + " only if asked for",
              row -> TrialRow.loss(row.result().test())),
          new Column<>(
              "test_cost",
              ColumnType.DOUBLE,
              "test_loss + λ ΣW²",
              row -> TrialRow.cost(row.result().test())),
          new Column<>(
              "test_accuracy",
              ColumnType.DOUBLE,
              "share of test images classified right, in [0, 1]; never used to choose",
              row -> TrialRow.accuracy(row.result().test())),
          new Column<>(
              "ensemble_size",
              ColumnType.INT,
              "networks at the ends of cycles whose probabilities are averaged; null unless asked"
                  + " for",
              TrialRow::ensembleSize),
          new Column<>(
              "ensemble_validation_loss",
              ColumnType.DOUBLE,
              "−log of the right class's mean probability on the validation images, in nats per"
                  + " image",
              row -> TrialRow.loss(row.ensembleValidation())),
          new Column<>(
              "ensemble_validation_accuracy",
              ColumnType.DOUBLE,
              "share of validation images that the mean probabilities classify right",
              row -> TrialRow.accuracy(row.ensembleValidation())),
          new Column<>(
              "ensemble_test_loss",
              ColumnType.DOUBLE,
              "as ensemble_validation_loss, on the test images",
              row -> TrialRow.loss(row.ensembleTest())),
          new Column<>(
              "ensemble_test_accuracy",
              ColumnType.DOUBLE,
              "as ensemble_validation_accuracy, on the test images; never used to choose",
              row -> TrialRow.accuracy(row.ensembleTest())));
}
