package dev.sieve.net;

import static dev.sieve.Checks.check;

import dev.sieve.kernel.Rows;
import dev.sieve.sample.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks that are trained together on the same mini-batches: a training step of all of them is
 * two large matrix products, with the small rest per network in between. Each member comes out with
 * the bits that it has alone.
 *
 * <p>The first layers of all members stand side by side. One update of mini-batch gradient descent
 * on J = loss + λ ΣW² is {@link #forward}, {@link #update} of each member, {@link #finish}; the
 * gradient by the first layer's weights never exists by itself.
 *
 * <p>Confined to one thread. Allocates nothing after construction but in {@link #weights} and
 * {@link #state}.
 */
public final class PackedNetworks {
  private final Layer first;
  private final List<Member> members = new ArrayList<>();

  /**
   * All weights zero.
   *
   * @param networks at least one, all with the same inputs
   * @param rows most images of a product
   */
  public PackedNetworks(List<Network> networks, int rows) {
    check(!networks.isEmpty(), "a pack has at least one network, but got none");
    int inputs = networks.get(0).topology().inputs();
    check(
        networks.stream().allMatch(n -> n.topology().inputs() == inputs),
        "all networks of a pack must have %d inputs, but were %s",
        inputs,
        networks);
    int columns = networks.stream().mapToInt(n -> n.topology().fanOut(0)).sum();
    this.first = new Layer(inputs, columns, rows);
    int column = 0;
    for (Network network : networks) {
      members.add(new Member(network, first, column, rows));
      column += network.topology().fanOut(0);
    }
  }

  /** Returns the number of networks. */
  public int size() {
    return members.size();
  }

  /** Copies {@code weights} into member {@code k}. */
  public void set(int k, Weights weights) {
    members.get(k).set(weights);
  }

  /** Returns a copy of the weights of member {@code k}. */
  public Weights weights(int k) {
    return members.get(k).copy();
  }

  /** Returns member {@code k} as it stands between two updates. */
  public NetworkState state(int k) {
    return members.get(k).state();
  }

  /** Makes member {@code k} go on from {@code state}, whose objects it keeps. */
  public void restore(int k, NetworkState state) {
    members.get(k).restore(state);
  }

  /** Returns ΣW² of member {@code k}, all layers, no biases. */
  public double sumOfSquares(int k) {
    return members.get(k).sumOfSquares();
  }

  /** Product 1, for all members: reads the first {@code rows} of {@code x}, (rows × inputs). */
  public void forward(Rows x, int rows) {
    first.forward(x, rows);
  }

  /**
   * Adds loss and accuracy of member {@code k} on the first {@code count} images of the last {@link
   * #forward} to {@code tally}.
   */
  public void evaluate(int k, int count, int[] labels, Tally tally) {
    members.get(k).evaluate(count, labels, tally);
  }

  /**
   * Writes what member {@code k} makes of the first {@code count} images of the last {@link
   * #forward}: their class probabilities, image by image, from {@code at} on.
   */
  public void probabilities(int k, int count, float[] to, int at) {
    members.get(k).probabilities(count, to, at);
  }

  /**
   * Updates all of member {@code k} but its first layer, on the {@code rows} images of the last
   * {@link #forward}.
   *
   * @param x what {@link #forward} got
   * @param eta learning rate η of this update
   * @param l2 λ
   * @param masks draws the dropout of hidden units
   * @return the sum of the batch's losses before the update, in nats; also added to {@code tally}
   */
  public double update(
      int k,
      Rows x,
      int rows,
      int[] labels,
      double eta,
      double l2,
      RandomStream masks,
      Tally tally) {
    return members.get(k).update(x, rows, labels, eta, l2, masks, tally);
  }

  /** Keeps member {@code k}, which is not to be trained any more, as it is in {@link #finish}. */
  public void skip(int k, int rows) {
    members.get(k).skip(rows);
  }

  /** Product 2, for all members: updates the first layers, with the {@code x} of the forward. */
  public void finish(Rows x, int rows) {
    first.update(x, rows, first.outputs());
  }
}
