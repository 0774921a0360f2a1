package dev.sieve.train;

import dev.sieve.net.Weights;
import dev.sieve.train.state.FailureMessage;
import dev.sieve.train.state.Outputs;
import dev.sieve.trial.Failure;
import dev.sieve.trial.TrainingTime;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.io.Serializable;
import java.util.List;

/** A trial after its training. Not a record: it holds bulk, and is never compared. */
public final class Trained implements Serializable {
  private static final long serialVersionUID = 1;

  private final TrialResult result;
  private final String failureMessage;
  private final Weights weights;
  private final Outputs outputs;
  private final TrainingTime time;

  Trained(TrialResult result, String failureMessage, Weights weights, Outputs outputs) {
    this(result, failureMessage, weights, outputs, null);
  }

  private Trained(
      TrialResult result,
      String failureMessage,
      Weights weights,
      Outputs outputs,
      TrainingTime time) {
    this.result = result;
    this.failureMessage = failureMessage;
    this.weights = weights;
    this.outputs = outputs;
    this.time = time;
  }

  /** Returns the failed {@code trial} whose training threw {@code e}. */
  public static Trained failed(Trial trial, Throwable e) {
    TrialResult result = TrialResult.without(trial, Failure.of(e), 0, List.of());
    return without(result, FailureMessage.of(e));
  }

  /**
   * Returns a trial that has left its {@code result} alone, and a reason if it failed: no network.
   */
  public static Trained without(TrialResult result, String failureMessage) {
    return new Trained(result, failureMessage, null, null);
  }

  /** Returns the same, trained in {@code other}. */
  Trained in(TrainingTime other) {
    return new Trained(result, failureMessage, weights, outputs, other);
  }

  public TrialResult result() {
    return result;
  }

  /** Returns what went wrong, in one line; null where nothing did. */
  public String failureMessage() {
    return failureMessage;
  }

  /**
   * Returns the trained weights, on all inputs even where their components trained; null unless the
   * settings asked and it completed.
   */
  public Weights weights() {
    return weights;
  }

  /**
   * Returns the probabilities that its network gives to the images that are measured; null unless
   * the settings asked and the trial completed.
   */
  public Outputs outputs() {
    return outputs;
  }

  /** Returns when and on which core it was trained; null where the training never began. */
  public TrainingTime time() {
    return time;
  }
}
