package dev.sieve.data.component;

import dev.sieve.data.FloatValues;
import dev.sieve.data.input.Inputs;
import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.team.Team;
import java.util.List;
import java.util.stream.IntStream;

/** Computes the components of examples: Vᵀ x, half by half. For many threads at once. */
final class Projection {
  /** Each block of the result holds 2^12 examples, which one thread computes. */
  private static final int BITS = 12;

  /** Examples of a product. */
  private static final int ROWS = 240;

  private final Products products;
  private final PrincipalComponents components;
  private final Half even;
  private final Half odd;

  /** The components of one half. */
  private static final class Half {
    private final int[] which;
    private final int size;
    private final Multiplication basis; // (size × components)

    Half(Products products, PrincipalComponents components, boolean isOdd, int size) {
      this.size = size;
      this.which =
          IntStream.range(0, components.count())
              .filter(c -> components.isOdd(c) == isOdd)
              .toArray();
      float[] directions = new float[size * which.length];
      for (int i = 0; i < which.length; i++) {
        System.arraycopy(components.half(which[i]), 0, directions, i * size, size);
      }
      Panels panels = new Panels(products, size, which.length);
      panels.set(0, which.length, directions);
      this.basis = new Multiplication(panels);
    }

    /** Writes row {@code i} of {@code z} to where its components belong, from {@code at} on. */
    void place(Rows z, int i, float[] to, int at) {
      for (int k = 0; k < which.length; k++) {
        to[at + which[k]] = z.values()[z.at(i) + k];
      }
    }
  }

  Projection(Products products, PrincipalComponents components) {
    this.products = products;
    this.components = components;
    this.even = new Half(products, components, false, components.mirror().even());
    this.odd = new Half(products, components, true, components.mirror().odd());
  }

  /** Returns the components of all {@code inputs}, in their order. */
  FloatValues of(Inputs inputs, Team team) {
    int count = inputs.count();
    float[][] blocks = new float[(count + (1 << BITS) - 1) >> BITS][];
    team.run(
        blocks.length,
        1,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            int first = b << BITS;
            blocks[b] =
                block(
                    (row, x) -> inputs.load(row, x, 0), first, Math.min(1 << BITS, count - first));
          }
        });
    return new FloatValues(components.count(), count, BITS, List.of(blocks));
  }

  /** Returns the components of {@code count} vectors, d numbers each, one after the other. */
  float[] of(float[] vectors, int count) {
    int width = components.inputs();
    return block((row, x) -> System.arraycopy(vectors, row * width, x, 0, width), 0, count);
  }

  /** Writes vector {@code row} into {@code x}. */
  private interface Vectors {
    void load(int row, float[] x);
  }

  private float[] block(Vectors vectors, int first, int count) {
    float[] block = new float[count * components.count()];
    float[] x = new float[components.inputs()];
    Rows evenX = new Rows(products, ROWS, even.size);
    Rows oddX = new Rows(products, ROWS, odd.size);
    Rows evenZ = new Rows(products, ROWS, even.which.length);
    Rows oddZ = new Rows(products, ROWS, odd.which.length);
    for (int from = 0; from < count; from += ROWS) {
      int rows = Math.min(ROWS, count - from);
      for (int i = 0; i < rows; i++) {
        vectors.load(first + from + i, x);
        components.mirror().split(x, evenX.values(), evenX.at(i), oddX.values(), oddX.at(i));
      }
      even.basis.apply(evenX, rows, evenZ);
      odd.basis.apply(oddX, rows, oddZ);
      for (int i = 0; i < rows; i++) {
        int to = (from + i) * components.count();
        even.place(evenZ, i, block, to);
        odd.place(oddZ, i, block, to);
      }
    }
    return block;
  }
}
