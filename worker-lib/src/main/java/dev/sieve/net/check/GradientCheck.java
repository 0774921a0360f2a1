package dev.sieve.net.check;

import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import dev.sieve.net.Dropout;
import dev.sieve.net.MetricSums;
import dev.sieve.net.Network;
import dev.sieve.net.Optimizer;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.sample.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks the gradients of one network twice: those of the reference in double precision against
 * difference quotients, parameter by parameter; and those of one production update, read as (W −
 * W′) / η, against the reference.
 */
public final class GradientCheck {
  /**
   * Roundings in a cost, in units of its last place: a few for each sum over classes and images.
   */
  private static final double ROUNDINGS = 8;

  /** Distance of the two points of a difference quotient. */
  private static final double H = 1e-5;

  /** η of the production update: so large that the rounding of W does not swallow W − W′. */
  private static final double ETA = 1;

  private final Products products;
  private final Network network;
  private final Weights weights;
  private final double l2;

  /**
   * @param products that the production update runs on
   * @param network of which the weights are; its optimizer is ignored
   */
  public GradientCheck(Products products, Network network, Weights weights, double l2) {
    this.products = products;
    this.network = network;
    this.weights = weights;
    this.l2 = l2;
  }

  /**
   * Returns the errors of each parameter group.
   *
   * @param x the examples, (labels.length × inputs)
   * @param sample most parameters of a group to compare with difference quotients
   * @param seed of the sample and of the dropout mask, which stays fixed
   */
  public List<GradientErrors> run(Rows x, int[] labels, int sample, long seed) {
    double[] inputs = doubles(x, labels.length);
    float[][] masks = masks(labels.length, seed);
    Reference reference = new Reference(weights, l2, network.objective(), masks);
    double[][] analytical = reference.gradients(inputs, labels);
    double[][] production = production(x, labels, seed);
    RandomStream random = new RandomStream(~seed);
    List<GradientErrors> errors = new ArrayList<>();
    for (int g = 0; g < analytical.length; g++) {
      Numerical numerical = new Numerical(reference, reference.group(g), inputs, labels);
      int rows = g % 2 == 0 ? weights.topology().fanIn(g / 2) : analytical[g].length;
      List<ParameterCheck> checks = new ArrayList<>();
      for (int index : sample(analytical[g].length, sample, random)) {
        checks.add(numerical.check(index, rows, analytical[g][index]));
      }
      errors.add(
          new GradientErrors(
              weights.topology().groups().get(g),
              checks,
              Spread.of(reference.group(g)),
              distance(production[g], analytical[g])));
    }
    return errors;
  }

  /** Returns the examples, one after the other. */
  private double[] doubles(Rows x, int examples) {
    int inputs = network.topology().inputs();
    double[] doubles = new double[examples * inputs];
    Arrays.setAll(doubles, i -> x.values()[x.at(i / inputs) + i % inputs]);
    return doubles;
  }

  /** Returns ‖gp − ga‖ / ‖ga‖; 0 where both are 0, as behind ReLUs that are all off. */
  private static double distance(double[] production, double[] analytical) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < analytical.length; i++) {
      difference += Math.pow(production[i] - analytical[i], 2);
      norm += analytical[i] * analytical[i];
    }
    return difference == 0 ? 0 : Math.sqrt(difference / norm);
  }

  /** Returns the masks that an update draws from {@code seed}, (examples × units) each. */
  private float[][] masks(int examples, long seed) {
    RandomStream random = new RandomStream(seed);
    float[][] masks = new float[network.topology().hidden().size()][];
    for (int l = 0; l < masks.length; l++) {
      masks[l] = new float[network.topology().fanOut(l) * examples];
      Arrays.fill(masks[l], 1);
      if (network.dropout() > 0) {
        Dropout.apply(masks[l], 0, masks[l].length, network.dropout(), random);
      }
    }
    return masks;
  }

  /** Returns (W − W′) / η of one production update, group by group. */
  private double[][] production(Rows x, int[] labels, long seed) {
    Topology topology = weights.topology();
    int batch = labels.length;
    Network plain =
        new Network(topology, network.objective(), new Optimizer.Sgd(), network.dropout());
    PackedNetworks networks = PackedNetworks.alone(products, List.of(plain), batch);
    networks.set(0, weights);
    networks.forward(x, batch);
    networks.update(0, x, batch, labels, ETA, l2, new RandomStream(seed), new MetricSums());
    networks.finish(x, batch);
    Weights after = networks.weights(0);
    double[][] gradients = new double[2 * topology.layers()][];
    for (int l = 0; l < topology.layers(); l++) {
      gradients[2 * l] = change(weights.w(l), after.w(l));
      gradients[2 * l + 1] = change(weights.b(l), after.b(l));
    }
    return gradients;
  }

  private static double[] change(float[] before, float[] after) {
    double[] change = new double[before.length];
    Arrays.setAll(change, i -> ((double) before[i] - after[i]) / ETA);
    return change;
  }

  /** Returns {@code most} of the indices at random, in their order. */
  private static int[] sample(int parameters, int most, RandomStream random) {
    int[] indices = new int[parameters];
    Arrays.setAll(indices, i -> i);
    random.shuffle(indices);
    int[] chosen = Arrays.copyOf(indices, Math.min(parameters, most));
    Arrays.sort(chosen);
    return chosen;
  }

  /** Difference quotients by the parameters of one group, each of which is restored afterwards. */
  private static final class Numerical {
    private final Reference reference;
    private final double[] group;
    private final double[] x;
    private final int[] labels;
    private final double cost;

    Numerical(Reference reference, double[] group, double[] x, int[] labels) {
      this.reference = reference;
      this.group = group;
      this.x = x;
      this.labels = labels;
      this.cost = reference.cost(x, labels);
    }

    ParameterCheck check(int index, int rows, double analytical) {
      double saved = group[index];
      group[index] = saved + H;
      double above = reference.cost(x, labels);
      boolean[] patternAbove = reference.pattern(x, labels.length);
      group[index] = saved - H;
      double below = reference.cost(x, labels);
      boolean kink = !Arrays.equals(patternAbove, reference.pattern(x, labels.length));
      group[index] = saved;
      return new ParameterCheck(
          index % rows,
          index / rows,
          saved,
          analytical,
          (above - cost) / H,
          (above - below) / (2 * H),
          kink,
          ROUNDINGS * Math.ulp(cost) / H);
    }
  }
}
