package dev.sieve.net;

import static dev.sieve.Checks.require;

import java.io.Serializable;

/**
 * The choice of update rule. What changes while training is in a {@link State}.
 *
 * <p>Plain gradient descent has no state: the fused step includes it and stores no gradient. The
 * others need the gradient of the cost, penalty included.
 */
public sealed interface Optimizer extends Serializable {

  /** Returns the name by which conf files and tables know the rule. */
  String text();

  /** Returns μ, the share of the last step that the next one repeats; 0 for rules without. */
  default double momentum() {
    return 0;
  }

  /**
   * Returns fresh state for a group of {@code parameters} parameters; null for plain gradient
   * descent.
   */
  State start(int parameters);

  /**
   * Mutable memory of one parameter group; confined to the thread that trains. Serializable, so
   * that checkpoints can hold it.
   */
  sealed interface State extends Serializable permits MomentumState, AdamState {

    /**
     * Updates {@code parameters} from {@code at} on; reads {@code gradient}, from its start on.
     * Does not allocate.
     *
     * @param eta learning rate η
     */
    void step(float[] parameters, int at, float[] gradient, double eta);
  }

  /** w ← w − η g. */
  record Sgd() implements Optimizer {
    @Override
    public String text() {
      return "sgd";
    }

    @Override
    public State start(int parameters) {
      return null;
    }
  }

  /**
   * v ← μ v − η g, w ← w + v: Polyak, "Some methods of speeding up the convergence of iteration
   * methods", USSR Computational Mathematics and Mathematical Physics 4(5), 1964.
   */
  record Momentum(double momentum) implements Optimizer {
    public Momentum {
      checkMomentum(momentum);
    }

    @Override
    public String text() {
      return "momentum";
    }

    @Override
    public State start(int parameters) {
      return new MomentumState(momentum, false, parameters);
    }
  }

  /**
   * v ← μ v − η g, w ← w + μ v − η g, with the gradient at the point where it is taken: Sutskever,
   * Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep learning",
   * ICML 2013, in the variables of Bengio, Boulanger-Lewandowski and Pascanu, "Advances in
   * optimizing recurrent networks", ICASSP 2013, eq. 7.
   */
  record Nesterov(double momentum) implements Optimizer {
    public Nesterov {
      checkMomentum(momentum);
    }

    @Override
    public String text() {
      return "nesterov";
    }

    @Override
    public State start(int parameters) {
      return new MomentumState(momentum, true, parameters);
    }
  }

  /** Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, algorithm 1. */
  record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
    /** The numbers that the paper recommends. */
    public static final Adam PAPER = new Adam(0.9, 0.999, 1e-8);

    public Adam {
      require(0 <= beta1 && beta1 < 1, "beta1", "must be in [0, 1)", beta1);
      require(0 <= beta2 && beta2 < 1, "beta2", "must be in [0, 1)", beta2);
      require(epsilon > 0, "epsilon", "must be > 0", epsilon);
    }

    @Override
    public String text() {
      return "adam";
    }

    @Override
    public State start(int parameters) {
      return new AdamState(this, parameters);
    }
  }

  /** Refuses a momentum with which steps would never decay. */
  static void checkMomentum(double momentum) {
    require(0 <= momentum && momentum < 1, "momentum", "must be in [0, 1)", momentum);
  }
}
