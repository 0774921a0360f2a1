package dev.sieve.data;

/**
 * Which images of the pool train and which validate: rows of {@link ImageSet#train}. Not a record:
 * it holds arrays, and is never compared.
 */
public final class Split {
  private final int[] train;
  private final int[] validation;

  Split(int[] train, int[] validation) {
    this.train = train;
    this.validation = validation;
  }

  /** Returns a copy of the rows that train. */
  public int[] train() {
    return train.clone();
  }

  /** Returns a copy of the rows that validate; they never train. */
  public int[] validation() {
    return validation.clone();
  }
}
