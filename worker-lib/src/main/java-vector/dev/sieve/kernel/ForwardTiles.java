package dev.sieve.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The forward product, tile by tile: 4 rows of X by 4, 2 or 1 panels of W. The sums of a tile stay
 * in registers from the first input to the last; each number of X is multiplied with whole vectors
 * of W. Written out, since C2 keeps a vector in a register only where it is a local variable.
 *
 * <p>On one core of an AMD EPYC (Zen 4), inputs = 3072, rows = 100, in GFLOP/s, columns / speed: 50
 * / 90, 200 / 102, 400 / 106, 500 / 106; OpenBLAS along the same columns 57, 82, 89.
 */
final class ForwardTiles {
  static final int ROWS = 4;

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** 4 × 4 sums, 4 vectors of W and one of X need more than the 16 registers of AVX2. */
  private static final boolean WIDE = LANES >= 16;

  private ForwardTiles() {}

  /** As {@link Kernels#forward}. */
  static void run(
      Rows x, int rows, Panels w, float[] bias, float[] floor, Rows a, int fromPanel, int toPanel) {
    int p = fromPanel;
    for (; WIDE && p + 4 <= toPanel; p += 4) {
      for (int i = 0; i < rows; i += ROWS) {
        forward4x4(x, i, w, p, bias, floor, a);
      }
    }
    for (; p + 2 <= toPanel; p += 2) {
      for (int i = 0; i < rows; i += ROWS) {
        forward2x4(x, i, w, p, bias, floor, a);
      }
    }
    for (; p < toPanel; p++) {
      for (int i = 0; i < rows; i += ROWS) {
        forward1x4(x, i, w, p, bias, floor, a);
      }
    }
  }

  private static void forward4x4(
      Rows x, int i, Panels w, int p, float[] bias, float[] floor, Rows a) {
    float[] xs = x.values();
    float[] ws = w.values();
    int x0 = x.at(i);
    int x1 = x.at(i + 1);
    int x2 = x.at(i + 2);
    int x3 = x.at(i + 3);
    int w0 = w.at(p, 0);
    int w1 = w.at(p + 1, 0);
    int w2 = w.at(p + 2, 0);
    int w3 = w.at(p + 3, 0);
    FloatVector s00 = FloatVector.fromArray(SPECIES, bias, p * LANES);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s10 = FloatVector.fromArray(SPECIES, bias, (p + 1) * LANES);
    FloatVector s11 = s10;
    FloatVector s12 = s10;
    FloatVector s13 = s10;
    FloatVector s20 = FloatVector.fromArray(SPECIES, bias, (p + 2) * LANES);
    FloatVector s21 = s20;
    FloatVector s22 = s20;
    FloatVector s23 = s20;
    FloatVector s30 = FloatVector.fromArray(SPECIES, bias, (p + 3) * LANES);
    FloatVector s31 = s30;
    FloatVector s32 = s30;
    FloatVector s33 = s30;
    for (int j = 0; j < w.depth(); j++) {
      FloatVector v0 = FloatVector.fromArray(SPECIES, ws, w0 + j * LANES);
      FloatVector v1 = FloatVector.fromArray(SPECIES, ws, w1 + j * LANES);
      FloatVector v2 = FloatVector.fromArray(SPECIES, ws, w2 + j * LANES);
      FloatVector v3 = FloatVector.fromArray(SPECIES, ws, w3 + j * LANES);
      FloatVector b0 = FloatVector.broadcast(SPECIES, xs[x0 + j]);
      s00 = v0.fma(b0, s00);
      s10 = v1.fma(b0, s10);
      s20 = v2.fma(b0, s20);
      s30 = v3.fma(b0, s30);
      FloatVector b1 = FloatVector.broadcast(SPECIES, xs[x1 + j]);
      s01 = v0.fma(b1, s01);
      s11 = v1.fma(b1, s11);
      s21 = v2.fma(b1, s21);
      s31 = v3.fma(b1, s31);
      FloatVector b2 = FloatVector.broadcast(SPECIES, xs[x2 + j]);
      s02 = v0.fma(b2, s02);
      s12 = v1.fma(b2, s12);
      s22 = v2.fma(b2, s22);
      s32 = v3.fma(b2, s32);
      FloatVector b3 = FloatVector.broadcast(SPECIES, xs[x3 + j]);
      s03 = v0.fma(b3, s03);
      s13 = v1.fma(b3, s13);
      s23 = v2.fma(b3, s23);
      s33 = v3.fma(b3, s33);
    }
    FloatVector f0 = FloatVector.fromArray(SPECIES, floor, p * LANES);
    FloatVector f1 = FloatVector.fromArray(SPECIES, floor, (p + 1) * LANES);
    FloatVector f2 = FloatVector.fromArray(SPECIES, floor, (p + 2) * LANES);
    FloatVector f3 = FloatVector.fromArray(SPECIES, floor, (p + 3) * LANES);
    s00.max(f0).intoArray(a.values(), a.at(i) + p * LANES);
    s10.max(f1).intoArray(a.values(), a.at(i) + (p + 1) * LANES);
    s20.max(f2).intoArray(a.values(), a.at(i) + (p + 2) * LANES);
    s30.max(f3).intoArray(a.values(), a.at(i) + (p + 3) * LANES);
    s01.max(f0).intoArray(a.values(), a.at(i + 1) + p * LANES);
    s11.max(f1).intoArray(a.values(), a.at(i + 1) + (p + 1) * LANES);
    s21.max(f2).intoArray(a.values(), a.at(i + 1) + (p + 2) * LANES);
    s31.max(f3).intoArray(a.values(), a.at(i + 1) + (p + 3) * LANES);
    s02.max(f0).intoArray(a.values(), a.at(i + 2) + p * LANES);
    s12.max(f1).intoArray(a.values(), a.at(i + 2) + (p + 1) * LANES);
    s22.max(f2).intoArray(a.values(), a.at(i + 2) + (p + 2) * LANES);
    s32.max(f3).intoArray(a.values(), a.at(i + 2) + (p + 3) * LANES);
    s03.max(f0).intoArray(a.values(), a.at(i + 3) + p * LANES);
    s13.max(f1).intoArray(a.values(), a.at(i + 3) + (p + 1) * LANES);
    s23.max(f2).intoArray(a.values(), a.at(i + 3) + (p + 2) * LANES);
    s33.max(f3).intoArray(a.values(), a.at(i + 3) + (p + 3) * LANES);
  }

  private static void forward2x4(
      Rows x, int i, Panels w, int p, float[] bias, float[] floor, Rows a) {
    float[] xs = x.values();
    float[] ws = w.values();
    int x0 = x.at(i);
    int x1 = x.at(i + 1);
    int x2 = x.at(i + 2);
    int x3 = x.at(i + 3);
    int w0 = w.at(p, 0);
    int w1 = w.at(p + 1, 0);
    FloatVector s00 = FloatVector.fromArray(SPECIES, bias, p * LANES);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s10 = FloatVector.fromArray(SPECIES, bias, (p + 1) * LANES);
    FloatVector s11 = s10;
    FloatVector s12 = s10;
    FloatVector s13 = s10;
    for (int j = 0; j < w.depth(); j++) {
      FloatVector v0 = FloatVector.fromArray(SPECIES, ws, w0 + j * LANES);
      FloatVector v1 = FloatVector.fromArray(SPECIES, ws, w1 + j * LANES);
      FloatVector b0 = FloatVector.broadcast(SPECIES, xs[x0 + j]);
      s00 = v0.fma(b0, s00);
      s10 = v1.fma(b0, s10);
      FloatVector b1 = FloatVector.broadcast(SPECIES, xs[x1 + j]);
      s01 = v0.fma(b1, s01);
      s11 = v1.fma(b1, s11);
      FloatVector b2 = FloatVector.broadcast(SPECIES, xs[x2 + j]);
      s02 = v0.fma(b2, s02);
      s12 = v1.fma(b2, s12);
      FloatVector b3 = FloatVector.broadcast(SPECIES, xs[x3 + j]);
      s03 = v0.fma(b3, s03);
      s13 = v1.fma(b3, s13);
    }
    FloatVector f0 = FloatVector.fromArray(SPECIES, floor, p * LANES);
    FloatVector f1 = FloatVector.fromArray(SPECIES, floor, (p + 1) * LANES);
    s00.max(f0).intoArray(a.values(), a.at(i) + p * LANES);
    s10.max(f1).intoArray(a.values(), a.at(i) + (p + 1) * LANES);
    s01.max(f0).intoArray(a.values(), a.at(i + 1) + p * LANES);
    s11.max(f1).intoArray(a.values(), a.at(i + 1) + (p + 1) * LANES);
    s02.max(f0).intoArray(a.values(), a.at(i + 2) + p * LANES);
    s12.max(f1).intoArray(a.values(), a.at(i + 2) + (p + 1) * LANES);
    s03.max(f0).intoArray(a.values(), a.at(i + 3) + p * LANES);
    s13.max(f1).intoArray(a.values(), a.at(i + 3) + (p + 1) * LANES);
  }

  private static void forward1x4(
      Rows x, int i, Panels w, int p, float[] bias, float[] floor, Rows a) {
    float[] xs = x.values();
    float[] ws = w.values();
    int x0 = x.at(i);
    int x1 = x.at(i + 1);
    int x2 = x.at(i + 2);
    int x3 = x.at(i + 3);
    int w0 = w.at(p, 0);
    FloatVector s00 = FloatVector.fromArray(SPECIES, bias, p * LANES);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    for (int j = 0; j < w.depth(); j++) {
      FloatVector v0 = FloatVector.fromArray(SPECIES, ws, w0 + j * LANES);
      FloatVector b0 = FloatVector.broadcast(SPECIES, xs[x0 + j]);
      s00 = v0.fma(b0, s00);
      FloatVector b1 = FloatVector.broadcast(SPECIES, xs[x1 + j]);
      s01 = v0.fma(b1, s01);
      FloatVector b2 = FloatVector.broadcast(SPECIES, xs[x2 + j]);
      s02 = v0.fma(b2, s02);
      FloatVector b3 = FloatVector.broadcast(SPECIES, xs[x3 + j]);
      s03 = v0.fma(b3, s03);
    }
    FloatVector f0 = FloatVector.fromArray(SPECIES, floor, p * LANES);
    s00.max(f0).intoArray(a.values(), a.at(i) + p * LANES);
    s01.max(f0).intoArray(a.values(), a.at(i + 1) + p * LANES);
    s02.max(f0).intoArray(a.values(), a.at(i + 2) + p * LANES);
    s03.max(f0).intoArray(a.values(), a.at(i + 3) + p * LANES);
  }
}
