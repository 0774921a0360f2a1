package dev.sieve.driver.search;

import dev.sieve.blas.Blas;
import dev.sieve.data.ImageSet;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.train.Conditions;
import dev.sieve.train.Trained;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingData;
import dev.sieve.trial.Trial;
import java.util.List;

/** Trains single trials of a search again, in this JVM and as its tasks did, without Spark. */
final class Retraining {
  private final SearchConf conf;
  private final ImageSet images;
  private final Blas blas;
  private final StageShares shares;

  Retraining(SearchConf conf, ImageSet images, Blas blas) {
    this.conf = conf;
    this.images = images;
    this.blas = blas;
    this.shares = new StageShares(conf, images, blas);
  }

  /** Returns what {@code trial} of {@code stage} comes to now; no limit of time applies. */
  Trained train(PlannedStage stage, Trial trial) {
    StageShare share = shares.of(stage);
    TrainingData data = TrainingData.of(images, share.split(), share.scaling());
    List<Trial> pack = share.fixedPacks() ? fixedPack(stage, trial) : List.of(trial);
    return Trainer.train(blas, data, share.settings(), pack, Conditions.of(epoch -> {}))
        .get(pack.indexOf(trial));
  }

  /** Where a BLAS gives other bits alone, the trial is trained with its pack. */
  private List<Trial> fixedPack(PlannedStage stage, Trial trial) {
    return Packer.fixed(stage.trials(), conf.packing().size()).stream()
        .map(Pack::trials)
        .filter(trials -> trials.contains(trial))
        .findFirst()
        .orElseThrow();
  }
}
