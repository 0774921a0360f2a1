package dev.sieve.net;

import dev.sieve.kernel.Rows;
import dev.sieve.sample.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks gradients twice: those of the double reference against numerical ones, parameter by
 * parameter; and what one production update changes, read as (W − W′) / η, against the reference.
 */
public final class GradientCheck {
  /** Distance of the two points of a difference quotient. */
  private static final double H = 1e-5;

  /**
   * Relative errors of gradients below this size are relative to it: rounding would rule otherwise.
   */
  private static final double SMALLEST = 1e-5;

  /** η of the production update: large, so that W − W′ is not lost in the rounding of W. */
  private static final double ETA = 1;

  private GradientCheck() {}

  /**
   * Errors of one parameter group.
   *
   * @param group W1, b1, W2, b2, …
   * @param checked parameters compared with difference quotients
   * @param kinks parameters left out, since a ReLU switched between the two points
   * @param forward largest |ga − gn| / max(ε, |ga| + |gn|) by forward differences, ε = 1e-5
   * @param central the same by central differences
   * @param production ‖gp − ga‖ / ‖ga‖ of the production update's gradient gp, over the whole group
   */
  public record GroupErrors(
      String group, int checked, int kinks, double forward, double central, double production) {}

  /**
   * Returns the errors of each parameter group.
   *
   * @param x the examples, (inputs × labels.length)
   * @param sample most parameters of a group to compare with difference quotients, drawn by {@code
   *     random}
   */
  public static List<GroupErrors> run(
      Weights weights, double l2, float[] x, int[] labels, int sample, RandomStream random) {
    double[] inputs = new double[x.length];
    Arrays.setAll(inputs, i -> x[i]);
    Reference reference = new Reference(weights, l2);
    double[][] analytical = reference.gradients(inputs, labels);
    double[][] production = production(weights, l2, x, labels);
    List<GroupErrors> errors = new ArrayList<>();
    for (int g = 0; g < analytical.length; g++) {
      int[] indices = sample(analytical[g].length, sample, random);
      errors.add(
          compare(
              weights.topology().groups().get(g),
              new Numerical(reference, reference.group(g), inputs, labels),
              indices,
              analytical[g],
              distance(production[g], analytical[g])));
    }
    return errors;
  }

  private static GroupErrors compare(
      String group, Numerical numerical, int[] indices, double[] analytical, double production) {
    int kinks = 0;
    double forward = 0;
    double central = 0;
    for (int index : indices) {
      numerical.differentiate(index);
      if (numerical.kink) {
        kinks++;
      } else {
        forward = Math.max(forward, relative(analytical[index], numerical.forward));
        central = Math.max(central, relative(analytical[index], numerical.central));
      }
    }
    return new GroupErrors(group, indices.length - kinks, kinks, forward, central, production);
  }

  private static double relative(double analytical, double numerical) {
    return Math.abs(analytical - numerical)
        / Math.max(SMALLEST, Math.abs(analytical) + Math.abs(numerical));
  }

  private static double distance(double[] production, double[] analytical) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < analytical.length; i++) {
      difference += Math.pow(production[i] - analytical[i], 2);
      norm += analytical[i] * analytical[i];
    }
    return Math.sqrt(difference / norm);
  }

  /** Returns (W − W′) / η of one production update, group by group. */
  private static double[][] production(Weights weights, double l2, float[] x, int[] labels) {
    Topology topology = weights.topology();
    int batch = labels.length;
    Rows rows = new Rows(batch, topology.inputs());
    for (int i = 0; i < batch; i++) {
      System.arraycopy(x, i * topology.inputs(), rows.values(), rows.at(i), topology.inputs());
    }
    PackedNetworks networks = new PackedNetworks(List.of(topology), batch);
    networks.set(0, weights);
    networks.forward(rows, batch);
    networks.update(0, batch, labels, ETA, l2, new Tally());
    networks.finish(rows, batch);
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

  private static int[] sample(int parameters, int most, RandomStream random) {
    int[] indices = new int[parameters];
    Arrays.setAll(indices, i -> i);
    random.shuffle(indices);
    return Arrays.copyOf(indices, Math.min(parameters, most));
  }

  /** Difference quotients by the parameters of one group; the last one's stand in the fields. */
  private static final class Numerical {
    private final Reference reference;
    private final double[] group;
    private final double[] x;
    private final int[] labels;
    private final double cost;
    private double forward;
    private double central;
    private boolean kink;

    Numerical(Reference reference, double[] group, double[] x, int[] labels) {
      this.reference = reference;
      this.group = group;
      this.x = x;
      this.labels = labels;
      this.cost = reference.cost(x, labels);
    }

    void differentiate(int index) {
      double saved = group[index];
      group[index] = saved + H;
      double above = reference.cost(x, labels);
      boolean[] patternAbove = reference.pattern(x, labels.length);
      group[index] = saved - H;
      double below = reference.cost(x, labels);
      kink = !Arrays.equals(patternAbove, reference.pattern(x, labels.length));
      group[index] = saved;
      forward = (above - cost) / H;
      central = (above - below) / (2 * H);
    }
  }
}
