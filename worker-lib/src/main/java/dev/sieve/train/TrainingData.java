package dev.sieve.train;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.Split;
import dev.sieve.data.component.ComponentExamples;
import dev.sieve.data.component.PrincipalComponents;
import dev.sieve.data.input.Inputs;
import dev.sieve.data.input.NormalizedExamples;
import dev.sieve.data.input.Scaling;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The examples that the trials of one stage are trained and measured on. Not a record: it holds
 * arrays, and is never compared.
 */
public final class TrainingData {
  private final Inputs pool;
  private final int classes;
  private final int[] trainRows;
  private final int[] validationRows;
  private final Inputs test;
  private final PrincipalComponents components; // null where all inputs train

  /**
   * @param pool examples to train and validate on
   * @param trainRows those of the pool that train
   * @param validationRows those of the pool that validate
   * @param test examples for the last evaluation
   */
  public TrainingData(
      Inputs pool, int classes, int[] trainRows, int[] validationRows, Inputs test) {
    this(pool, classes, trainRows, validationRows, test, null);
  }

  private TrainingData(
      Inputs pool,
      int classes,
      int[] trainRows,
      int[] validationRows,
      Inputs test,
      PrincipalComponents components) {
    this.components = components;
    this.pool = requireNonNull(pool, "pool is null");
    this.test = requireNonNull(test, "test is null");
    check(trainRows.length >= 1, "training needs at least one example, but got none");
    check(validationRows.length >= 1, "validation needs at least one example, but got none");
    this.classes = classes;
    this.trainRows = trainRows.clone();
    this.validationRows = validationRows.clone();
  }

  /** Returns the examples of {@code set}, split and scaled. */
  public static TrainingData of(DataSet set, Split split, Scaling scaling) {
    return of(set, split.train(), split.validation(), scaling);
  }

  /** Returns the examples of {@code set}, scaled, of which those at {@code trainRows} train. */
  public static TrainingData of(
      DataSet set, int[] trainRows, int[] validationRows, Scaling scaling) {
    return new TrainingData(
        new NormalizedExamples(set.pool(), set.shape(), scaling),
        set.classes(),
        trainRows,
        validationRows,
        new NormalizedExamples(set.test(), set.shape(), scaling));
  }

  /** Returns principal components as inputs, of which those of {@code trainRows} train. */
  public static TrainingData of(ComponentExamples examples, int[] trainRows, int[] validationRows) {
    return new TrainingData(
        examples.pool(),
        examples.classes(),
        trainRows,
        validationRows,
        examples.test(),
        examples.components());
  }

  /** Returns what the inputs are components of; empty where all inputs train. */
  Optional<PrincipalComponents> components() {
    return Optional.ofNullable(components);
  }

  /** Returns the examples to train and validate on. */
  public Inputs pool() {
    return pool;
  }

  int classes() {
    return classes;
  }

  /** Returns the rows that train; the array itself. */
  int[] trainRows() {
    return trainRows;
  }

  /** Returns the rows that validate; the array itself. */
  int[] validationRows() {
    return validationRows;
  }

  Inputs test() {
    return test;
  }

  /** Returns the rows of all test examples. */
  int[] testRows() {
    return IntStream.range(0, test.count()).toArray();
  }
}
