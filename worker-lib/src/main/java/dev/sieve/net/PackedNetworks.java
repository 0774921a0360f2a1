package dev.sieve.net;

import static dev.sieve.Checks.check;

import dev.sieve.kernel.Rows;
import dev.sieve.sample.RandomStream;
import dev.sieve.team.Span;
import dev.sieve.team.Team;
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
 * <p>The large products are split over a team. All else is for one thread, but different members
 * may be evaluated or updated on different ones at once. Allocates nothing after construction but
 * in {@link #weights} and {@link #state}.
 */
public final class PackedNetworks {
  /**
   * Panels that a thread takes at once: as many as the widest tile of the forward product. Where
   * two of such chunks would do, it takes its whole share, since 13 panels for two threads are
   * better parted into 7 and 6 than into 8 and 5: 0.92 of the time of a step.
   */
  private static final int GRAIN = 4;

  private final Layer first;
  private final List<PackMember> members = new ArrayList<>();
  private final int[] begins; // panel in which the columns of member 0, 1, … begin
  private final int[] ends; // panel behind the columns of member 0, 1, …
  private final Team team;
  private final Span forward = this::forwardPanels;
  private final Span update = this::updatePanels;
  private Rows x; // of the product under way
  private int rows;
  private int begin; // its first panel

  /**
   * All weights zero.
   *
   * @param networks at least one, all with the same inputs
   * @param rows most images of a product
   * @param team does the products
   */
  public PackedNetworks(List<Network> networks, int rows, Team team) {
    check(!networks.isEmpty(), "a pack has at least one network, but got none");
    int inputs = networks.get(0).topology().inputs();
    check(
        networks.stream().allMatch(n -> n.topology().inputs() == inputs),
        "all networks of a pack must have %d inputs, but were %s",
        inputs,
        networks);
    int columns = networks.stream().mapToInt(n -> n.topology().fanOut(0)).sum();
    this.first = new Layer(inputs, columns, rows);
    this.begins = new int[networks.size()];
    this.ends = new int[networks.size()];
    this.team = team;
    int column = 0;
    for (int k = 0; k < networks.size(); k++) {
      members.add(new PackMember(networks.get(k), first, column, rows));
      begins[k] = first.w().panels(column + 1) - 1;
      column += networks.get(k).topology().fanOut(0);
      ends[k] = first.w().panels(column);
    }
  }

  /** Returns networks that the calling thread alone works on. */
  public static PackedNetworks alone(List<Network> networks, int rows) {
    return new PackedNetworks(networks, rows, Team.alone());
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
   * #forward} to {@code tally}.
   */
  public void evaluate(int k, int count, int[] labels, MetricSums tally) {
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
      MetricSums tally) {
    return members.get(k).update(x, rows, labels, eta, l2, masks, tally);
  }

  /** Keeps member {@code k}, which is not to be trained any more, as it is in {@link #finish}. */
  public void skip(int k, int rows) {
    members.get(k).skip(rows);
  }

  /**
   * Product 2: updates the first layers of the first {@code count} members, with the {@code x} and
   * the {@code count} of the forward. Those behind stay as they are.
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
