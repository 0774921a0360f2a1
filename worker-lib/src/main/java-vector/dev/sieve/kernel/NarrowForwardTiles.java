package dev.sieve.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of the forward product that need no more than 16 vector registers: 2 panels of W by 4 rows,
 * and 1 panel by 8 or 4.
 */
final class NarrowForwardTiles {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private NarrowForwardTiles() {}

  /** Two panels from {@code p} on, four rows from {@code i} on. */
  static void forward2x4(Rows x, int i, Panels w, int p, float[] bias, float[] floor, Rows a) {
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

  /** One panel from {@code p} on, eight rows from {@code i} on. */
  static void forward1x8(Rows x, int i, Panels w, int p, float[] bias, float[] floor, Rows a) {
    float[] xs = x.values();
    float[] ws = w.values();
    int x0 = x.at(i);
    int x1 = x.at(i + 1);
    int x2 = x.at(i + 2);
    int x3 = x.at(i + 3);
    int x4 = x.at(i + 4);
    int x5 = x.at(i + 5);
    int x6 = x.at(i + 6);
    int x7 = x.at(i + 7);
    int w0 = w.at(p, 0);
    FloatVector s00 = FloatVector.fromArray(SPECIES, bias, p * LANES);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s04 = s00;
    FloatVector s05 = s00;
    FloatVector s06 = s00;
    FloatVector s07 = s00;
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
      FloatVector b4 = FloatVector.broadcast(SPECIES, xs[x4 + j]);
      s04 = v0.fma(b4, s04);
      FloatVector b5 = FloatVector.broadcast(SPECIES, xs[x5 + j]);
      s05 = v0.fma(b5, s05);
      FloatVector b6 = FloatVector.broadcast(SPECIES, xs[x6 + j]);
      s06 = v0.fma(b6, s06);
      FloatVector b7 = FloatVector.broadcast(SPECIES, xs[x7 + j]);
      s07 = v0.fma(b7, s07);
    }
    FloatVector f0 = FloatVector.fromArray(SPECIES, floor, p * LANES);
    s00.max(f0).intoArray(a.values(), a.at(i) + p * LANES);
    s01.max(f0).intoArray(a.values(), a.at(i + 1) + p * LANES);
    s02.max(f0).intoArray(a.values(), a.at(i + 2) + p * LANES);
    s03.max(f0).intoArray(a.values(), a.at(i + 3) + p * LANES);
    s04.max(f0).intoArray(a.values(), a.at(i + 4) + p * LANES);
    s05.max(f0).intoArray(a.values(), a.at(i + 5) + p * LANES);
    s06.max(f0).intoArray(a.values(), a.at(i + 6) + p * LANES);
    s07.max(f0).intoArray(a.values(), a.at(i + 7) + p * LANES);
  }

  /** One panel from {@code p} on, four rows from {@code i} on. */
  static void forward1x4(Rows x, int i, Panels w, int p, float[] bias, float[] floor, Rows a) {
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
