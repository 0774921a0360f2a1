package dev.sieve.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of the update product that need no more than 16 vector registers: 2 panels of W by 6 or 4
 * inputs, and 1 panel by 8. With AVX2, tiles of 6 inputs take 0.82 times as long as tiles of 4.
 */
final class NarrowUpdateTiles {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private NarrowUpdateTiles() {}

  /** Panels {@code p} and {@code p + 1}, inputs {@code j} to {@code j + 5}. */
  static void update2x6(Rows x, int rows, int j, Rows g, float[] decay, Panels w, int p) {
    float[] xs = x.values();
    float[] gs = g.values();
    float[] ws = w.values();
    int w0 = w.at(p, j);
    int w1 = w.at(p + 1, j);
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector s00 = zero;
    FloatVector s01 = zero;
    FloatVector s02 = zero;
    FloatVector s03 = zero;
    FloatVector s04 = zero;
    FloatVector s05 = zero;
    FloatVector s10 = zero;
    FloatVector s11 = zero;
    FloatVector s12 = zero;
    FloatVector s13 = zero;
    FloatVector s14 = zero;
    FloatVector s15 = zero;
    int stride = x.stride();
    int columns = g.stride();
    int xAt = x.at(0) + j;
    int gAt = g.at(0) + p * LANES;
    for (int i = 0; i < rows; i++) {
      int xi = xAt + i * stride;
      int gi = gAt + i * columns;
      FloatVector v0 = FloatVector.fromArray(SPECIES, gs, gi);
      FloatVector v1 = FloatVector.fromArray(SPECIES, gs, gi + LANES);
      FloatVector b0 = FloatVector.broadcast(SPECIES, xs[xi]);
      s00 = v0.fma(b0, s00);
      s10 = v1.fma(b0, s10);
      FloatVector b1 = FloatVector.broadcast(SPECIES, xs[xi + 1]);
      s01 = v0.fma(b1, s01);
      s11 = v1.fma(b1, s11);
      FloatVector b2 = FloatVector.broadcast(SPECIES, xs[xi + 2]);
      s02 = v0.fma(b2, s02);
      s12 = v1.fma(b2, s12);
      FloatVector b3 = FloatVector.broadcast(SPECIES, xs[xi + 3]);
      s03 = v0.fma(b3, s03);
      s13 = v1.fma(b3, s13);
      FloatVector b4 = FloatVector.broadcast(SPECIES, xs[xi + 4]);
      s04 = v0.fma(b4, s04);
      s14 = v1.fma(b4, s14);
      FloatVector b5 = FloatVector.broadcast(SPECIES, xs[xi + 5]);
      s05 = v0.fma(b5, s05);
      s15 = v1.fma(b5, s15);
    }
    FloatVector decay0 = FloatVector.fromArray(SPECIES, decay, p * LANES);
    FloatVector w00 = FloatVector.fromArray(SPECIES, ws, w0);
    w00.add(w00.fma(decay0, s00)).intoArray(ws, w0);
    FloatVector w01 = FloatVector.fromArray(SPECIES, ws, w0 + LANES);
    w01.add(w01.fma(decay0, s01)).intoArray(ws, w0 + LANES);
    FloatVector w02 = FloatVector.fromArray(SPECIES, ws, w0 + 2 * LANES);
    w02.add(w02.fma(decay0, s02)).intoArray(ws, w0 + 2 * LANES);
    FloatVector w03 = FloatVector.fromArray(SPECIES, ws, w0 + 3 * LANES);
    w03.add(w03.fma(decay0, s03)).intoArray(ws, w0 + 3 * LANES);
    FloatVector w04 = FloatVector.fromArray(SPECIES, ws, w0 + 4 * LANES);
    w04.add(w04.fma(decay0, s04)).intoArray(ws, w0 + 4 * LANES);
    FloatVector w05 = FloatVector.fromArray(SPECIES, ws, w0 + 5 * LANES);
    w05.add(w05.fma(decay0, s05)).intoArray(ws, w0 + 5 * LANES);
    FloatVector decay1 = FloatVector.fromArray(SPECIES, decay, (p + 1) * LANES);
    FloatVector w10 = FloatVector.fromArray(SPECIES, ws, w1);
    w10.add(w10.fma(decay1, s10)).intoArray(ws, w1);
    FloatVector w11 = FloatVector.fromArray(SPECIES, ws, w1 + LANES);
    w11.add(w11.fma(decay1, s11)).intoArray(ws, w1 + LANES);
    FloatVector w12 = FloatVector.fromArray(SPECIES, ws, w1 + 2 * LANES);
    w12.add(w12.fma(decay1, s12)).intoArray(ws, w1 + 2 * LANES);
    FloatVector w13 = FloatVector.fromArray(SPECIES, ws, w1 + 3 * LANES);
    w13.add(w13.fma(decay1, s13)).intoArray(ws, w1 + 3 * LANES);
    FloatVector w14 = FloatVector.fromArray(SPECIES, ws, w1 + 4 * LANES);
    w14.add(w14.fma(decay1, s14)).intoArray(ws, w1 + 4 * LANES);
    FloatVector w15 = FloatVector.fromArray(SPECIES, ws, w1 + 5 * LANES);
    w15.add(w15.fma(decay1, s15)).intoArray(ws, w1 + 5 * LANES);
  }

  /** Panels {@code p} and {@code p + 1}, inputs {@code j} to {@code j + 3}. */
  static void update2x4(Rows x, int rows, int j, Rows g, float[] decay, Panels w, int p) {
    float[] xs = x.values();
    float[] gs = g.values();
    float[] ws = w.values();
    int w0 = w.at(p, j);
    int w1 = w.at(p + 1, j);
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector s00 = zero;
    FloatVector s01 = zero;
    FloatVector s02 = zero;
    FloatVector s03 = zero;
    FloatVector s10 = zero;
    FloatVector s11 = zero;
    FloatVector s12 = zero;
    FloatVector s13 = zero;
    int stride = x.stride();
    int columns = g.stride();
    int xAt = x.at(0) + j;
    int gAt = g.at(0) + p * LANES;
    for (int i = 0; i < rows; i++) {
      int xi = xAt + i * stride;
      int gi = gAt + i * columns;
      FloatVector v0 = FloatVector.fromArray(SPECIES, gs, gi);
      FloatVector v1 = FloatVector.fromArray(SPECIES, gs, gi + LANES);
      FloatVector b0 = FloatVector.broadcast(SPECIES, xs[xi]);
      s00 = v0.fma(b0, s00);
      s10 = v1.fma(b0, s10);
      FloatVector b1 = FloatVector.broadcast(SPECIES, xs[xi + 1]);
      s01 = v0.fma(b1, s01);
      s11 = v1.fma(b1, s11);
      FloatVector b2 = FloatVector.broadcast(SPECIES, xs[xi + 2]);
      s02 = v0.fma(b2, s02);
      s12 = v1.fma(b2, s12);
      FloatVector b3 = FloatVector.broadcast(SPECIES, xs[xi + 3]);
      s03 = v0.fma(b3, s03);
      s13 = v1.fma(b3, s13);
    }
    FloatVector decay0 = FloatVector.fromArray(SPECIES, decay, p * LANES);
    FloatVector w00 = FloatVector.fromArray(SPECIES, ws, w0);
    w00.add(w00.fma(decay0, s00)).intoArray(ws, w0);
    FloatVector w01 = FloatVector.fromArray(SPECIES, ws, w0 + LANES);
    w01.add(w01.fma(decay0, s01)).intoArray(ws, w0 + LANES);
    FloatVector w02 = FloatVector.fromArray(SPECIES, ws, w0 + 2 * LANES);
    w02.add(w02.fma(decay0, s02)).intoArray(ws, w0 + 2 * LANES);
    FloatVector w03 = FloatVector.fromArray(SPECIES, ws, w0 + 3 * LANES);
    w03.add(w03.fma(decay0, s03)).intoArray(ws, w0 + 3 * LANES);
    FloatVector decay1 = FloatVector.fromArray(SPECIES, decay, (p + 1) * LANES);
    FloatVector w10 = FloatVector.fromArray(SPECIES, ws, w1);
    w10.add(w10.fma(decay1, s10)).intoArray(ws, w1);
    FloatVector w11 = FloatVector.fromArray(SPECIES, ws, w1 + LANES);
    w11.add(w11.fma(decay1, s11)).intoArray(ws, w1 + LANES);
    FloatVector w12 = FloatVector.fromArray(SPECIES, ws, w1 + 2 * LANES);
    w12.add(w12.fma(decay1, s12)).intoArray(ws, w1 + 2 * LANES);
    FloatVector w13 = FloatVector.fromArray(SPECIES, ws, w1 + 3 * LANES);
    w13.add(w13.fma(decay1, s13)).intoArray(ws, w1 + 3 * LANES);
  }

  /** Panel {@code p}, inputs {@code j} to {@code j + 7}. */
  static void update1x8(Rows x, int rows, int j, Rows g, float[] decay, Panels w, int p) {
    float[] xs = x.values();
    float[] gs = g.values();
    float[] ws = w.values();
    int w0 = w.at(p, j);
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector s00 = zero;
    FloatVector s01 = zero;
    FloatVector s02 = zero;
    FloatVector s03 = zero;
    FloatVector s04 = zero;
    FloatVector s05 = zero;
    FloatVector s06 = zero;
    FloatVector s07 = zero;
    int stride = x.stride();
    int columns = g.stride();
    int xAt = x.at(0) + j;
    int gAt = g.at(0) + p * LANES;
    for (int i = 0; i < rows; i++) {
      int xi = xAt + i * stride;
      int gi = gAt + i * columns;
      FloatVector v0 = FloatVector.fromArray(SPECIES, gs, gi);
      FloatVector b0 = FloatVector.broadcast(SPECIES, xs[xi]);
      s00 = v0.fma(b0, s00);
      FloatVector b1 = FloatVector.broadcast(SPECIES, xs[xi + 1]);
      s01 = v0.fma(b1, s01);
      FloatVector b2 = FloatVector.broadcast(SPECIES, xs[xi + 2]);
      s02 = v0.fma(b2, s02);
      FloatVector b3 = FloatVector.broadcast(SPECIES, xs[xi + 3]);
      s03 = v0.fma(b3, s03);
      FloatVector b4 = FloatVector.broadcast(SPECIES, xs[xi + 4]);
      s04 = v0.fma(b4, s04);
      FloatVector b5 = FloatVector.broadcast(SPECIES, xs[xi + 5]);
      s05 = v0.fma(b5, s05);
      FloatVector b6 = FloatVector.broadcast(SPECIES, xs[xi + 6]);
      s06 = v0.fma(b6, s06);
      FloatVector b7 = FloatVector.broadcast(SPECIES, xs[xi + 7]);
      s07 = v0.fma(b7, s07);
    }
    FloatVector decay0 = FloatVector.fromArray(SPECIES, decay, p * LANES);
    FloatVector w00 = FloatVector.fromArray(SPECIES, ws, w0);
    w00.add(w00.fma(decay0, s00)).intoArray(ws, w0);
    FloatVector w01 = FloatVector.fromArray(SPECIES, ws, w0 + LANES);
    w01.add(w01.fma(decay0, s01)).intoArray(ws, w0 + LANES);
    FloatVector w02 = FloatVector.fromArray(SPECIES, ws, w0 + 2 * LANES);
    w02.add(w02.fma(decay0, s02)).intoArray(ws, w0 + 2 * LANES);
    FloatVector w03 = FloatVector.fromArray(SPECIES, ws, w0 + 3 * LANES);
    w03.add(w03.fma(decay0, s03)).intoArray(ws, w0 + 3 * LANES);
    FloatVector w04 = FloatVector.fromArray(SPECIES, ws, w0 + 4 * LANES);
    w04.add(w04.fma(decay0, s04)).intoArray(ws, w0 + 4 * LANES);
    FloatVector w05 = FloatVector.fromArray(SPECIES, ws, w0 + 5 * LANES);
    w05.add(w05.fma(decay0, s05)).intoArray(ws, w0 + 5 * LANES);
    FloatVector w06 = FloatVector.fromArray(SPECIES, ws, w0 + 6 * LANES);
    w06.add(w06.fma(decay0, s06)).intoArray(ws, w0 + 6 * LANES);
    FloatVector w07 = FloatVector.fromArray(SPECIES, ws, w0 + 7 * LANES);
    w07.add(w07.fma(decay0, s07)).intoArray(ws, w0 + 7 * LANES);
  }
}
