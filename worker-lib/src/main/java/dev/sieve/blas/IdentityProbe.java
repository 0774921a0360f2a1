package dev.sieve.blas;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks the BLAS at hand whether a member of a pack gets the same bits as alone, by computing both.
 * Nothing in the BLAS standard promises it.
 */
public final class IdentityProbe {
  /**
   * Sizes of the packs that a rule must pass. Constant: the rule decides bits, and must depend
   * neither on the cluster nor on how large packs may be.
   */
  private static final List<Integer> SIZES = List.of(2, 3, 5, 8);

  private IdentityProbe() {}

  /**
   * Returns whether both products of a training step, and the forward product of an evaluation with
   * {@code evaluationBatch} images, give every member of {@code layout} the bits that it gets
   * alone.
   */
  public static boolean holds(Blas blas, ColumnLayout layout, int evaluationBatch) {
    return sameProducts(blas, layout, layout.batch(), true)
        && sameProducts(blas, layout, evaluationBatch, false);
  }

  /**
   * Returns the first rule under which packs of several sizes, of members of these {@code widths},
   * pass; or null where none does, and packs must be fixed. Depends on shapes and BLAS alone, never
   * on the cluster.
   */
  public static ColumnRule choose(
      Blas blas, List<Integer> widths, int batch, int inputs, int evaluationBatch) {
    if (blas.choice() == BlasChoice.JAVA) {
      return null;
    }
    for (ColumnRule rule : ColumnRule.values()) {
      boolean passes =
          SIZES.stream()
              .map(size -> cycled(widths, size))
              .map(members -> new ColumnLayout(rule, members, batch, inputs))
              .allMatch(layout -> holds(blas, layout, evaluationBatch));
      if (passes) {
        return rule;
      }
    }
    return null;
  }

  private static List<Integer> cycled(List<Integer> widths, int size) {
    return IntStream.range(0, size).mapToObj(i -> widths.get(i % widths.size())).toList();
  }

  private static boolean sameProducts(Blas blas, ColumnLayout layout, int rows, boolean update) {
    float[] x = noise(layout.inputs() * rows, 0);
    Result packed = run(blas, layout, 0, x, rows, update);
    return IntStream.range(0, layout.widths().size())
        .allMatch(
            k -> {
              Result alone = run(blas, layout.alone(k), k, x, rows, update);
              int width = layout.widths().get(k);
              return sameColumns(alone.a(), packed.a(), layout.offset(k), width, rows)
                  && sameColumns(alone.v(), packed.v(), layout.offset(k), width, layout.inputs());
            });
  }

  /** What the products left behind. Bulk, never compared as a whole. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Result(float[] a, float[] v) {}

  /**
   * Runs the products on members {@code first}, {@code first + 1}, … of a pack, as they lie in
   * {@code layout}.
   */
  private static Result run(
      Blas blas, ColumnLayout layout, int first, float[] x, int rows, boolean update) {
    int inputs = layout.inputs();
    int total = layout.total();
    float[] v = new float[inputs * total];
    float[] a = new float[rows * total];
    for (int k = 0; k < layout.widths().size(); k++) {
      float[] columns = noise(inputs * layout.widths().get(k), 1 + first + k);
      System.arraycopy(columns, 0, v, inputs * layout.offset(k), columns.length);
    }
    Products.forward(blas.netlib(), x, rows, inputs, v, total, a);
    if (update) {
      Products.subtract(blas.netlib(), x, rows, inputs, a, total, v);
    }
    return new Result(a, v);
  }

  private static boolean sameColumns(
      float[] alone, float[] packed, int offset, int columns, int rows) {
    int from = offset * rows;
    return Arrays.mismatch(alone, 0, columns * rows, packed, from, from + columns * rows) < 0;
  }

  /** Numbers of the size of normalized pixels, cheap and always the same. */
  private static float[] noise(int length, int seed) {
    float[] values = new float[length];
    int state = 0x9E3779B9 * (seed + 1);
    for (int i = 0; i < length; i++) {
      state = state * 1664525 + 1013904223;
      values[i] = state * 0x1.0p-31f;
    }
    return values;
  }
}
