package dev.sieve.train;

import dev.sieve.data.input.Inputs;
import dev.sieve.net.MetricSums;
import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.train.state.Outputs;
import dev.sieve.train.state.Predictions;
import dev.sieve.train.state.TrialState;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the networks of a pack, as they are now, make of the images of its stage. */
final class PackMetrics {
  private final TrainingData data;
  private final Evaluation evaluation;
  private final PackedNetworks networks;
  private final Evaluator evaluator;
  private final boolean tests;

  PackMetrics(
      TrainingData data, Evaluation evaluation, PackedNetworks networks, Evaluator evaluator) {
    this.data = data;
    this.evaluation = evaluation;
    this.networks = networks;
    this.evaluator = evaluator;
    this.tests = evaluation.reportTest() && data.test().count() > 0;
  }

  /** Returns whether test images are measured. */
  boolean tests() {
    return tests;
  }

  int classes() {
    return data.classes();
  }

  /** Adds loss and accuracy on all training images to the sums of each of {@code members}. */
  void addTrain(List<TrialState> members) {
    evaluator.evaluate(data.pool(), data.trainRows(), members);
  }

  /** Returns the metrics of {@code members} on all training images. */
  List<Metrics> train(List<TrialState> members) {
    return over(data.pool(), data.trainRows(), members);
  }

  List<Metrics> validation(List<TrialState> members) {
    return over(data.pool(), data.validationRows(), members);
  }

  List<Metrics> test(List<TrialState> members) {
    return over(data.test(), data.testRows(), members);
  }

  private List<Metrics> over(Inputs images, int[] rows, List<TrialState> members) {
    evaluator.evaluate(images, rows, members);
    return measured(members);
  }

  /** Returns what {@code members} come to on images that take no part in training. */
  List<Measured> unseen(List<TrialState> members) {
    return together(members, validation(members), tests ? test(members) : null);
  }

  /** Returns the same in the mean over images and mirror images. */
  List<Measured> mirror(List<TrialState> members) {
    return together(
        members,
        overMirror(data.pool(), data.validationRows(), members),
        tests ? overMirror(data.test(), data.testRows(), members) : null);
  }

  /** Returns metrics by member; {@code test} may be null. */
  private static List<Measured> together(
      List<TrialState> members, List<Metrics> validation, List<Metrics> test) {
    return IntStream.range(0, members.size())
        .mapToObj(i -> new Measured(validation.get(i), test == null ? null : test.get(i)))
        .toList();
  }

  private List<Metrics> overMirror(Inputs images, int[] rows, List<TrialState> members) {
    evaluator.evaluateMirror(images, rows, data.classes(), members);
    return measured(members);
  }

  private List<Metrics> measured(List<TrialState> members) {
    return members.stream().map(state -> metrics(state, state.history().measuring())).toList();
  }

  /** Returns what {@code sums} amount to, null before the first update, and clears them. */
  Metrics metrics(TrialState state, MetricSums sums) {
    return state.take(sums, networks.sumOfSquares(state.index()));
  }

  /** Returns the probabilities that the network of {@code state} gives. */
  Outputs outputs(TrialState state) {
    return new Outputs(
        predictions(state, evaluator::probabilities),
        evaluation.mirror() ? predictions(state, evaluator::mirrorProbabilities) : null);
  }

  private Predictions predictions(TrialState state, Reading reading) {
    int k = state.index();
    return new Predictions(
        reading.of(data.pool(), data.validationRows(), data.classes(), k),
        tests ? reading.of(data.test(), data.testRows(), data.classes(), k) : null);
  }

  /** A way in which {@link Evaluator} reads the probabilities of a member. */
  private interface Reading {
    float[] of(Inputs images, int[] rows, int classes, int k);
  }

  /** Returns the classes of the validation images. */
  int[] labels() {
    return labels(data.pool(), data.validationRows());
  }

  /** Returns the classes of the test images. */
  int[] testLabels() {
    return labels(data.test(), data.testRows());
  }

  private static int[] labels(Inputs images, int[] rows) {
    return Arrays.stream(rows).map(images::label).toArray();
  }
}
