package dev.sieve.driver.forecast;

import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.pack.PackCost;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Trial;
import java.util.List;

/**
 * How much there is to compute, in floating-point operations. What a pack costs beside its trials
 * is what {@link PackCost} says: as much as so many columns.
 */
final class PackWork {
  /** A forward product is half of a training's two. */
  private static final double FORWARD = 0.5;

  private final Evaluation evaluation;

  PackWork(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Returns the operations of the trainings of {@code trials}, without their evaluations. */
  static double training(Share share, List<Trial> trials) {
    return trials.stream()
        .mapToDouble(trial -> passes(share, trial) * share.topology(trial).operations())
        .sum();
  }

  /** Returns what one update of a pack of {@code trials} costs. */
  static double ofUpdate(Share share, List<Trial> trials) {
    double operations = trials.stream().mapToDouble(t -> share.topology(t).operations()).sum();
    return batch(trials.get(0)) * (operations + ofPack(share));
  }

  /** Returns what {@code pack} costs, from its first update to its results. */
  double of(Share share, Pack pack) {
    double operations = training(share, pack.trials());
    double longest = 0;
    double most = 0;
    for (Trial trial : pack.trials()) {
      double measured = measured(share, trial);
      operations += FORWARD * measured * share.topology(trial).operations();
      longest = Math.max(longest, passes(share, trial));
      most = Math.max(most, measured);
    }
    return operations + ofPack(share) * (longest + most);
  }

  /** Returns what a pack costs for each example, beside its trials. */
  private static double ofPack(Share share) {
    return PackCost.OF_A_PACK * 4 * share.inputs().inputs() * PackCost.UNIT;
  }

  private static int batch(Trial trial) {
    return trial.hyperparameters().batchSize();
  }

  /** Returns the examples that {@code trial} trains on, each as often as it does. */
  private static double passes(Share share, Trial trial) {
    return (double) trial.leg().epochs() * updatesPerEpoch(share, trial) * batch(trial);
  }

  private static int updatesPerEpoch(Share share, Trial trial) {
    return share.train() / batch(trial);
  }

  /** Returns the examples that {@code trial} is measured on, each as often as it is. */
  private double measured(Share share, Trial trial) {
    boolean exact = evaluation.train() == TrainMetrics.EXACT;
    double point = share.validation() + (exact ? share.train() : 0);
    if (trial.endsAtRung()) {
      return points(share, trial) * point;
    }
    int once = share.validation() + share.test();
    double mirrored = evaluation.mirror() ? 2.0 * once : 0; // both images
    double averaged = evaluation.averaging().applies() ? once : 0;
    double end = share.test() + (exact ? 0 : share.train());
    return points(share, trial) * point + end + mirrored + averaged;
  }

  /** Returns how many points of its learning curve {@code trial} adds. */
  private double points(Share share, Trial trial) {
    double epochs = trial.leg().epochs();
    int interval = evaluation.interval();
    double updates = epochs * updatesPerEpoch(share, trial);
    double points = interval == 0 ? epochs : updates / interval;
    return points + (trial.leg().from() == 0 ? 1 : 0);
  }

  /** Returns the points of the learning curves of {@code trials}, all together. */
  double points(Share share, List<Trial> trials) {
    return trials.stream().mapToDouble(trial -> points(share, trial)).sum();
  }
}
