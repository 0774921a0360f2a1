package dev.sieve.data.component;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, in doubles: Householder's reduction to
 * a tridiagonal matrix, then QL steps with implicit shifts. Martin, Reinsch and Wilkinson,
 * "Householder's tridiagonalization of a symmetric matrix", and Bowdler, Martin, Reinsch and
 * Wilkinson, "The QR and QL algorithms for symmetric matrices", both Numerische Mathematik 11,
 * 1968.
 *
 * <p>Made of additions, multiplications, divisions and square roots in one order: the same bits on
 * every machine. All inner loops go along rows.
 */
final class SymmetricEigen {
  private static final int MOST_STEPS = 100; // of QL for an eigenvalue; two are usual
  private static final double EPSILON = Math.ulp(1.0);

  private final int n;
  private final double[][] v; // the rest of A while it is reduced; then rows turn into eigenvectors
  private final double[] d; // diagonal, in the end eigenvalues
  private final double[] e; // e[i] stands between d[i] and d[i + 1]

  private SymmetricEigen(double[][] a) {
    this.n = a.length;
    this.v = a;
    this.d = new double[n];
    this.e = new double[n];
  }

  /** Returns those of {@code a}, (n × n), which is overwritten. */
  static Eigenpairs of(double[][] a) {
    SymmetricEigen eigen = new SymmetricEigen(a);
    eigen.reduce();
    for (int i = 0; i < eigen.n; i++) {
      eigen.split(i);
    }
    return Eigenpairs.sorted(eigen.d, eigen.v);
  }

  /** Makes A = Q T Qᵀ, with T in d and e, and Qᵀ in v. */
  private void reduce() {
    double[][] reflections = new double[n][];
    for (int k = 0; k < n; k++) {
      reflections[k] = reflect(k);
    }
    for (int i = 0; i < n; i++) {
      Arrays.fill(v[i], 0);
      v[i][i] = 1;
    }
    for (int k = n - 1; k >= 0; k--) { // the last one first: it touches the fewest numbers
      double[] u = reflections[k];
      for (int i = n - u.length; i < n; i++) {
        add(v[i], n - u.length, -2 * dot(v[i], n - u.length, u), u);
      }
    }
  }

  /**
   * Takes row and column {@code k} of the rest to the tridiagonal matrix by a reflection 1 − 2uuᵀ
   * of all that lies behind; returns u, which is empty where there is nothing to reflect.
   */
  private double[] reflect(int k) {
    d[k] = v[k][k];
    double[] u = Arrays.copyOfRange(v[k], k + 1, n);
    double norm = Math.sqrt(dot(u, 0, u));
    if (norm == 0) {
      return new double[0];
    }
    e[k] = u[0] > 0 ? -norm : norm;
    u[0] -= e[k];
    double length = Math.sqrt(dot(u, 0, u));
    double[] w = new double[u.length]; // A u − (uᵀ A u) u
    for (int i = 0; i < u.length; i++) {
      u[i] /= length;
    }
    for (int i = 0; i < u.length; i++) {
      w[i] = dot(v[k + 1 + i], k + 1, u);
    }
    add(w, 0, -dot(w, 0, u), u);
    for (int i = 0; i < u.length; i++) {
      add(v[k + 1 + i], k + 1, -2 * u[i], w);
      add(v[k + 1 + i], k + 1, -2 * w[i], u);
    }
    return u;
  }

  /** Makes e[first] zero, so that d[first] is an eigenvalue. */
  private void split(int first) {
    for (int step = 0; step < MOST_STEPS; step++) {
      int last = first;
      while (last < n - 1
          && Math.abs(e[last]) > EPSILON * (Math.abs(d[last]) + Math.abs(d[last + 1]))) {
        last++;
      }
      if (last == first) {
        return;
      }
      step(first, last);
    }
    throw new IllegalStateException("an eigenvalue was not found in " + MOST_STEPS + " steps");
  }

  /** One QL step with Wilkinson's shift on rows {@code first} to {@code last}. */
  private void step(int first, int last) {
    double ratio = (d[first + 1] - d[first]) / (2 * e[first]);
    double root = Math.sqrt(ratio * ratio + 1);
    double g = d[last] - d[first] + e[first] / (ratio + (ratio < 0 ? -root : root));
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = last - 1; i >= first; i--) {
      double f = s * e[i];
      double b = c * e[i];
      root = Math.sqrt(f * f + g * g);
      e[i + 1] = root;
      if (root == 0) { // the matrix falls into two
        d[i + 1] -= p;
        e[last] = 0;
        return;
      }
      s = f / root;
      c = g / root;
      g = d[i + 1] - p;
      root = (d[i] - g) * s + 2 * c * b;
      p = s * root;
      d[i + 1] = g + p;
      g = c * root - b;
      rotate(v[i], v[i + 1], c, s);
    }
    d[first] -= p;
    e[first] = g;
    e[last] = 0;
  }

  /** Replaces a by c a − s b, and b by s a + c b. */
  private static void rotate(double[] a, double[] b, double c, double s) {
    for (int j = 0; j < a.length; j++) {
      double old = b[j];
      b[j] = s * a[j] + c * old;
      a[j] = c * a[j] - s * old;
    }
  }

  /** Adds {@code factor · u} to the numbers of {@code x} from {@code at} on. */
  private static void add(double[] x, int at, double factor, double[] u) {
    for (int j = 0; j < u.length; j++) {
      x[at + j] += factor * u[j];
    }
  }

  /** Returns the sum of x[at + j] · u[j], in four sums, so that one addition waits for no other. */
  private static double dot(double[] x, int at, double[] u) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int j = 0;
    for (; j + 4 <= u.length; j += 4) {
      s0 += x[at + j] * u[j];
      s1 += x[at + j + 1] * u[j + 1];
      s2 += x[at + j + 2] * u[j + 2];
      s3 += x[at + j + 3] * u[j + 3];
    }
    for (; j < u.length; j++) {
      s0 += x[at + j] * u[j];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
