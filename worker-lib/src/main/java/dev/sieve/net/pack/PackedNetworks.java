package dev.sieve.net.pack;

import static dev.sieve.Checks.check;

import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.net.MetricSums;
import dev.sieve.net.Network;
import dev.sieve.net.Weights;
import dev.sieve.sample.RandomStream;
import dev.sieve.team.Span;
import dev.sieve.team.Team;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks that train together on the same mini-batches: a training step of all of them is two
 * large matrix products, with a small remainder per network in between. With Sieve's own kernels,
 * each member gets the same bits as alone.
 *
 * <p>The first layers of all members stand side by side. One update of mini-batch gradient descent
 * on J = loss + λ ΣW² is {@link #forward}, {@link #update} of each member, {@link #finish}; the
 * gradient by the first layer's weights is never stored.
 *
 * <p>The threads of a team share the large products. Everything else is for one thread, except that
 * different members may be evaluated or updated on different threads at once. After construction,
 * only {@link #weights} and {@link #state} allocate.
 */
public final class PackedNetworks {
  /**
   * Panels of a chunk of work: as many as the widest tile of the forward product takes. If the
   * share of a thread is at most two chunks, it is one chunk instead: 13 panels for two threads are
   * split into 7 and 6, not into 8 and 5, which takes 0.92 times as long for a step.
   */
  private static final int GRAIN = 4;

  private final Layer first;
  private final List<PackMember> members = new ArrayList<>();
  private final int[] begins; // panel in which the columns of member 0, 1, … begin
  private final int[] ends; // panel behind the columns of member 0, 1, …
  private final Team team;
  private final Span forward = this::forwardPanels;
  private final Span update = this::updatePanels;
  private Rows x; // of the product in progress
  private int rows;
  private int begin; // its first panel

  /**
   * All weights zero.
   *
   * @param networks at least one, all with the same inputs
   * @param rows most images of a product
   * @param team whose threads share the products
   */
  public PackedNetworks(Products products, List<Network> networks, int rows, Team team) {
    check(!networks.isEmpty(), "a pack needs at least one network, but got none");
    int inputs = networks.get(0).topology().inputs();
    check(
        networks.stream().allMatch(n -> n.topology().inputs() == inputs),
        "all networks of a pack must have %d inputs, but were %s",
        inputs,
        networks);
    int columns = networks.stream().mapToInt(n -> n.topology().fanOut(0)).sum();
    this.first = new Layer(products, inputs, columns, rows);
    this.begins = new int[networks.size()];
    this.ends = new int[networks.size()];
    this.team = team;
    int column = 0;
    for (int k = 0; k < networks.size(); k++) {
      members.add(new PackMember(products, networks.get(k), first, column, rows));
      begins[k] = first.w().panels(column + 1) - 1;
      column += networks.get(k).topology().fanOut(0);
      ends[k] = first.w().panels(column);
    }
  }

  /** Returns networks of which the calling thread computes all products. */
  public static PackedNetworks alone(Products products, List<Network> networks, int rows) {
    return new PackedNetworks(products, networks, rows, Team.alone());
  }

  /** Returns the number of networks. */
  public int size() {
    return members.size();
  }

  /** Returns the number of weights and biases of each network. */
  public long[] parameters() {
    return members.stream().mapToLong(member -> member.topology().parameters()).toArray();
  }

  /** Copies {@code weights} into member {@code k}. */
  public void set(int k, Weights weights) {
    members.get(k).set(weights);
  }

  /** Returns a copy of the weights of member {@code k}. */
  public Weights weights(int k) {
    return members.get(k).copy();
  }

  /** Returns the state of member {@code k} between two updates. */
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

  /**
   * Product 1, for the members from {@code from} up to {@code to}, exclusive, at least: reads the
   * first {@code rows} of {@code x}, (rows × inputs).
   */
  public void forward(Rows x, int rows, int from, int to) {
    run(x, rows, begins[from], ends[to - 1], forward);
  }

  /** Product 1, for all members. */
  public void forward(Rows x, int rows) {
    forward(x, rows, 0, members.size());
  }

  private void forwardPanels(int from, int to) {
    first.forward(x, rows, begin + from, begin + to);
  }

  private void updatePanels(int from, int to) {
    first.update(x, rows, first.outputs(), begin + from, begin + to);
  }

  private void run(Rows x, int rows, int begin, int end, Span product) {
    this.x = x;
    this.rows = rows;
    this.begin = begin;
    int all = end - begin;
    int share = (all + team.size() - 1) / team.size();
    team.run(all, share <= 2 * GRAIN ? share : GRAIN, product);
  }

  /**
   * Adds loss and accuracy of member {@code k} on the first {@code count} images of the last {@link
   * #forward} to {@code sums}.
   *
   * @param byClass whether classes are counted, too
   */
  public void evaluate(int k, int count, int[] labels, boolean byClass, MetricSums sums) {
    members.get(k).evaluate(count, labels, byClass, sums);
  }

  /**
   * Writes the class probabilities that member {@code k} gives to the first {@code count} images of
   * the last {@link #forward}, image by image, from {@code at} on.
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
   * @return the sum of the batch's losses before the update, in nats; also added to {@code sums}
   */
  public double update(
      int k,
      Rows x,
      int rows,
      int[] labels,
      double eta,
      double l2,
      RandomStream masks,
      MetricSums sums) {
    return members.get(k).update(x, rows, labels, eta, l2, masks, sums);
  }

  /** Makes {@link #finish} leave member {@code k}, which is no longer trained, unchanged. */
  public void skip(int k, int rows) {
    members.get(k).skip(rows);
  }

  /**
   * Product 2: updates the first layers of the first {@code count} members, with the {@code x} and
   * the {@code count} of the forward. The other members stay unchanged.
   */
  public void finish(Rows x, int rows, int count) {
    int end = first.w().column(ends[count - 1]);
    for (int k = count; k < members.size() && members.get(k).column() < end; k++) {
      skip(k, rows);
    }
    run(x, rows, 0, ends[count - 1], update);
  }

  /** Product 2, for all members. */
  public void finish(Rows x, int rows) {
    finish(x, rows, members.size());
  }
}
