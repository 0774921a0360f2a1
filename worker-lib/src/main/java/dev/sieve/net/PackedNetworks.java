package dev.sieve.net;

import static dev.sieve.Checks.check;

import dev.sieve.blas.Blas;
import dev.sieve.blas.ColumnLayout;
import dev.sieve.blas.Products;
import dev.sieve.sample.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks that are trained together on the same mini-batches: a training step of all of them is
 * two large matrix products, with the small rest per network in between.
 *
 * <p>The first-layer weights of all members stand side by side in one matrix V, (inputs × columns),
 * and are W_k = s_k V_k with one number s_k each: the L2 shrinkage is one multiplication, and the
 * gradient by W_k never exists by itself. One update of mini-batch gradient descent on J = loss + λ
 * ΣW² is {@link #forward}, {@link #update} of each member, {@link #subtract}.
 *
 * <p>Confined to one thread. Allocates nothing after construction but in {@link #weights}.
 */
public final class PackedNetworks {
  private final Blas blas;
  private final ColumnLayout layout;
  private final int columns;
  private final float[] v;
  private final float[] a;
  private final List<Member> members = new ArrayList<>();

  /**
   * All weights zero.
   *
   * @param layout where each member's first layer stands; its widths are those of the networks
   * @param evaluationBatch images that {@link #forward} may get when it is not for an update
   */
  public PackedNetworks(
      Blas blas, ColumnLayout layout, List<Network> networks, int evaluationBatch) {
    check(
        layout.widths().equals(networks.stream().map(n -> n.topology().fanOut(0)).toList()),
        "the layout's widths %s are not those of the networks %s",
        layout.widths(),
        networks);
    check(
        networks.stream().allMatch(n -> n.topology().inputs() == layout.inputs()),
        "all networks of a pack must have %d inputs, but were %s",
        layout.inputs(),
        networks);
    this.blas = blas;
    this.layout = layout;
    this.columns = layout.total();
    int rows = Math.max(layout.batch(), evaluationBatch);
    this.v = new float[Math.multiplyExact(layout.inputs(), columns)];
    this.a = new float[Math.multiplyExact(rows, columns)];
    for (int k = 0; k < networks.size(); k++) {
      members.add(new Member(blas.netlib(), networks.get(k), layout.offset(k), rows));
    }
  }

  /** Returns the number of networks. */
  public int size() {
    return members.size();
  }

  /** Copies {@code weights} into member {@code k}. */
  public void set(int k, Weights weights) {
    members.get(k).set(weights, v);
  }

  /** Returns a copy of the weights of member {@code k}. */
  public Weights weights(int k) {
    return members.get(k).copy(v);
  }

  /** Returns ΣW² of member {@code k}, all layers, no biases. */
  public double sumOfSquares(int k) {
    return members.get(k).sumOfSquares(v);
  }

  /** Product 1, for all members: reads {@code x}, (inputs × rows). */
  public void forward(float[] x, int rows) {
    Products.forward(blas.netlib(), x, rows, layout.inputs(), v, columns, a);
  }

  /**
   * Adds loss and accuracy of member {@code k} on the images of the last {@link #forward} to {@code
   * tally}, the first {@code count} of its {@code rows}.
   */
  public void evaluate(int k, int rows, int count, int[] labels, Tally tally) {
    members.get(k).evaluate(a, rows, count, labels, tally);
  }

  /**
   * Writes what member {@code k} makes of the images of the last {@link #forward}, the first {@code
   * count} of its {@code rows}: their class probabilities, image by image, from {@code at} on.
   */
  public void probabilities(int k, int rows, int count, float[] to, int at) {
    members.get(k).probabilities(a, rows, count, to, at);
  }

  /**
   * Updates all of member {@code k} but V, on the batch of the last {@link #forward}.
   *
   * @param x the batch of the last {@link #forward}
   * @param eta learning rate η of this update
   * @param l2 λ
   * @param masks draws the dropout of hidden units
   * @return the sum of the batch's losses before the update, in nats; also added to {@code tally}
   */
  public double update(
      int k, float[] x, int[] labels, double eta, double l2, RandomStream masks, Tally tally) {
    return members.get(k).update(a, v, x, layout.batch(), labels, eta, l2, masks, tally);
  }

  /**
   * Keeps member {@code k}, which is not to be trained any more, out of the next {@link #subtract}.
   */
  public void skip(int k) {
    members.get(k).clear(a, layout.batch());
  }

  /** Sets the first-layer weights of member {@code k} to zero, whatever they were. */
  public void clear(int k) {
    members.get(k).clear(v, layout.inputs());
  }

  /** Product 2, for all members: V ← V − X G, with the {@code x} of the last {@link #forward}. */
  public void subtract(float[] x) {
    Products.subtract(blas.netlib(), x, layout.batch(), layout.inputs(), a, columns, v);
  }
}
