package dev.sieve.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of the forward product for processors with 32 vector registers: 4 panels of W by 5 or 4
 * rows, and 3 panels by 4. The sums, the vectors of W and one of X stay in registers.
 */
final class WideForwardTiles {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private WideForwardTiles() {}

  /** Four panels from {@code p} on, five rows from {@code i} on. */
  static void forward4x5(Rows x, int i, Panels w, int p, float[] bias, float[] floor, Rows a) {
    float[] xs = x.values();
    float[] ws = w.values();
    int x0 = x.at(i);
    int x1 = x.at(i + 1);
    int x2 = x.at(i + 2);
    int x3 = x.at(i + 3);
    int x4 = x.at(i + 4);
    int w0 = w.at(p, 0);
    int w1 = w.at(p + 1, 0);
    int w2 = w.at(p + 2, 0);
    int w3 = w.at(p + 3, 0);
    FloatVector s00 = FloatVector.fromArray(SPECIES, bias, p * LANES);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s04 = s00;
    FloatVector s10 = FloatVector.fromArray(SPECIES, bias, (p + 1) * LANES);
    FloatVector s11 = s10;
    FloatVector s12 = s10;
    FloatVector s13 = s10;
    FloatVector s14 = s10;
    FloatVector s20 = FloatVector.fromArray(SPECIES, bias, (p + 2) * LANES);
    FloatVector s21 = s20;
    FloatVector s22 = s20;
    FloatVector s23 = s20;
    FloatVector s24 = s20;
    FloatVector s30 = FloatVector.fromArray(SPECIES, bias, (p + 3) * LANES);
    FloatVector s31 = s30;
    FloatVector s32 = s30;
    FloatVector s33 = s30;
    FloatVector s34 = s30;
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
      FloatVector b4 = FloatVector.broadcast(SPECIES, xs[x4 + j]);
      s04 = v0.fma(b4, s04);
      s14 = v1.fma(b4, s14);
      s24 = v2.fma(b4, s24);
      s34 = v3.fma(b4, s34);
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
    s04.max(f0).intoArray(a.values(), a.at(i + 4) + p * LANES);
    s14.max(f1).intoArray(a.values(), a.at(i + 4) + (p + 1) * LANES);
    s24.max(f2).intoArray(a.values(), a.at(i + 4) + (p + 2) * LANES);
    s34.max(f3).intoArray(a.values(), a.at(i + 4) + (p + 3) * LANES);
  }

  /** Four panels from {@code p} on, four rows from {@code i} on. */
  static void forward4x4(Rows x, int i, Panels w, int p, float[] bias, float[] floor, Rows a) {
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

  /** Three panels from {@code p} on, four rows from {@code i} on. */
  static void forward3x4(Rows x, int i, Panels w, int p, float[] bias, float[] floor, Rows a) {
    float[] xs = x.values();
    float[] ws = w.values();
    int x0 = x.at(i);
    int x1 = x.at(i + 1);
    int x2 = x.at(i + 2);
    int x3 = x.at(i + 3);
    int w0 = w.at(p, 0);
    int w1 = w.at(p + 1, 0);
    int w2 = w.at(p + 2, 0);
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
    for (int j = 0; j < w.depth(); j++) {
      FloatVector v0 = FloatVector.fromArray(SPECIES, ws, w0 + j * LANES);
      FloatVector v1 = FloatVector.fromArray(SPECIES, ws, w1 + j * LANES);
      FloatVector v2 = FloatVector.fromArray(SPECIES, ws, w2 + j * LANES);
      FloatVector b0 = FloatVector.broadcast(SPECIES, xs[x0 + j]);
      s00 = v0.fma(b0, s00);
      s10 = v1.fma(b0, s10);
      s20 = v2.fma(b0, s20);
      FloatVector b1 = FloatVector.broadcast(SPECIES, xs[x1 + j]);
      s01 = v0.fma(b1, s01);
      s11 = v1.fma(b1, s11);
      s21 = v2.fma(b1, s21);
      FloatVector b2 = FloatVector.broadcast(SPECIES, xs[x2 + j]);
      s02 = v0.fma(b2, s02);
      s12 = v1.fma(b2, s12);
      s22 = v2.fma(b2, s22);
      FloatVector b3 = FloatVector.broadcast(SPECIES, xs[x3 + j]);
      s03 = v0.fma(b3, s03);
      s13 = v1.fma(b3, s13);
      s23 = v2.fma(b3, s23);
    }
    FloatVector f0 = FloatVector.fromArray(SPECIES, floor, p * LANES);
    FloatVector f1 = FloatVector.fromArray(SPECIES, floor, (p + 1) * LANES);
    FloatVector f2 = FloatVector.fromArray(SPECIES, floor, (p + 2) * LANES);
    s00.max(f0).intoArray(a.values(), a.at(i) + p * LANES);
    s10.max(f1).intoArray(a.values(), a.at(i) + (p + 1) * LANES);
    s20.max(f2).intoArray(a.values(), a.at(i) + (p + 2) * LANES);
    s01.max(f0).intoArray(a.values(), a.at(i + 1) + p * LANES);
    s11.max(f1).intoArray(a.values(), a.at(i + 1) + (p + 1) * LANES);
    s21.max(f2).intoArray(a.values(), a.at(i + 1) + (p + 2) * LANES);
    s02.max(f0).intoArray(a.values(), a.at(i + 2) + p * LANES);
    s12.max(f1).intoArray(a.values(), a.at(i + 2) + (p + 1) * LANES);
    s22.max(f2).intoArray(a.values(), a.at(i + 2) + (p + 2) * LANES);
    s03.max(f0).intoArray(a.values(), a.at(i + 3) + p * LANES);
    s13.max(f1).intoArray(a.values(), a.at(i + 3) + (p + 1) * LANES);
    s23.max(f2).intoArray(a.values(), a.at(i + 3) + (p + 2) * LANES);
  }
}
