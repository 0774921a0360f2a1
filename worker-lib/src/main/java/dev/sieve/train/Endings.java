package dev.sieve.train;

import dev.sieve.net.Weights;
import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.train.state.EnsembleSums;
import dev.sieve.train.state.TrialState;
import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Metrics;
import java.util.List;

/** Makes the results of a pack whose members have ended or failed. */
final class Endings {
  private final TrainingData data;
  private final TrainingSettings settings;
  private final Evaluation evaluation;
  private final PackedNetworks networks;
  private final PackMetrics metrics;

  Endings(
      TrainingData data, TrainingSettings settings, PackedNetworks networks, PackMetrics metrics) {
    this.data = data;
    this.settings = settings;
    this.evaluation = settings.evaluation();
    this.networks = networks;
    this.metrics = metrics;
  }

  /** Returns the results of {@code states}, in their order. */
  List<Trained> of(List<TrialState> states) {
    List<TrialState> sound =
        states.stream().filter(state -> state.sound() && !state.paused()).toList();
    if (evaluation.earlyStopping().applies()) {
      takeBest(sound);
    }
    if (metrics.tests()) {
      List<Metrics> test = metrics.test(sound);
      for (int i = 0; i < sound.size(); i++) {
        sound.get(i).history().tested(test.get(i));
      }
    }
    if (evaluation.mirror()) {
      List<Measured> mirror = metrics.mirror(sound);
      for (int i = 0; i < sound.size(); i++) {
        sound.get(i).history().mirrored(mirror.get(i));
      }
    }
    measureAverages(sound.stream().filter(state -> state.history().average() != null).toList());
    return states.stream().map(this::trained).toList();
  }

  /** Puts the network of its best measurement in place of the last one, and measures it. */
  private void takeBest(List<TrialState> sound) {
    sound.forEach(state -> networks.set(state.index(), state.history().best().network()));
    List<Metrics> train = metrics.train(sound);
    List<Metrics> validation = metrics.validation(sound);
    for (int i = 0; i < sound.size(); i++) {
      sound.get(i).history().replaceMetrics(train.get(i), validation.get(i));
    }
  }

  /** Measures the averages of the networks of {@code averaged} in the place of the networks. */
  private void measureAverages(List<TrialState> averaged) {
    List<Weights> own = averaged.stream().map(state -> networks.weights(state.index())).toList();
    averaged.forEach(state -> networks.set(state.index(), state.history().average()));
    List<Measured> measured = metrics.unseen(averaged);
    for (int i = 0; i < averaged.size(); i++) {
      averaged.get(i).history().averaged(measured.get(i));
      networks.set(averaged.get(i).index(), own.get(i));
    }
  }

  private Trained trained(TrialState state) {
    if (!state.sound() || state.paused()) {
      return Trained.without(state.result(null), state.failureMessage());
    }
    return new Trained(
        state.result(ensemble(state)),
        null,
        settings.keepWeights() ? weights(state) : null,
        settings.keepProbabilities() ? metrics.outputs(state) : null);
  }

  private Weights weights(TrialState state) {
    Weights trained = networks.weights(state.index());
    return data.components()
        .map(components -> ComponentWeights.onAllInputs(components, trained))
        .orElse(trained);
  }

  private Ensemble ensemble(TrialState state) {
    EnsembleSums cycles = state.history().cycles();
    return cycles == null ? null : cycles.ensemble(metrics.labels(), metrics.testLabels());
  }
}
