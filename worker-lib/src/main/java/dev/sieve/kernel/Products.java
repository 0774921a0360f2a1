package dev.sieve.kernel;

/**
 * The two matrix products in which training spends its time, as an engine computes them. One object
 * serves a whole JVM and all of its threads.
 *
 * <p>An engine chooses how wide its {@link Panels} are. Panels as wide as a vector of the processor
 * suit loops of one's own; one panel as wide as the matrix is a row-major matrix, as a BLAS wants
 * it.
 *
 * <p>No checks: callers make sure of the shapes. Implementations allocate next to nothing.
 */
public interface Products {

  /** Returns the name that the table {@code executions} shows. */
  String name();

  /**
   * Returns how many columns of a matrix stand together in a panel.
   *
   * @param columns of the matrix
   */
  int lanes(int columns);

  /**
   * Returns what the widths of matrices are rounded up to: a multiple of 8. The width of a matrix,
   * so rounded, is a multiple of {@link #lanes}.
   */
  int alignment();

  /**
   * Writes A = max(f, b + X W) for the panels from {@code fromPanel} up to {@code toPanel},
   * exclusive.
   *
   * @param x (rows × depth), read
   * @param rows padded, as {@link Rows#padded} says
   * @param w (depth × width), read
   * @param bias b, one number per column, read
   * @param floor f, one number per column, read: 0 for a ReLU, −∞ for none; NaN stays NaN
   * @param a (rows × width), written
   */
  void forward(
      Rows x, int rows, Panels w, float[] bias, float[] floor, Rows a, int fromPanel, int toPanel);

  /**
   * Adds decay ∘ W + Xᵀ G to W, for the panels from {@code fromPanel} up to {@code toPanel},
   * exclusive.
   *
   * @param x (rows × depth), read
   * @param rows without padding
   * @param g (rows × width), read
   * @param decay one number per column, read: −2ηλ for an L2 penalty λ
   * @param w (depth × width), read and written
   */
  void update(Rows x, int rows, Rows g, float[] decay, Panels w, int fromPanel, int toPanel);
}
