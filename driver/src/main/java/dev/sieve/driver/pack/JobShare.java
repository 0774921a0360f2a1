package dev.sieve.driver.pack;

import static java.util.Objects.requireNonNull;

import dev.sieve.data.DataSet;
import dev.sieve.data.Split;
import dev.sieve.data.component.ComponentExamples;
import dev.sieve.data.input.Scaling;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.stage.Stage;
import dev.sieve.driver.stage.StageComponents;
import dev.sieve.driver.stage.StageData;
import dev.sieve.train.TrainingData;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Evaluation;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What all tasks of a job share beside the images: broadcast once per job, some hundred kilobytes.
 * Stages with equal ones, which {@link StageData} gives the same split, share packs.
 *
 * @param components the inputs where the stage trains on principal components, broadcast on their
 *     own; null where all inputs train
 * @param trialLimit time that a trial may take
 * @param checkpoints how states of long trainings are kept
 */
public record JobShare(
    Split split,
    Scaling scaling,
    ComponentExamples components,
    TrainingSettings settings,
    Duration trialLimit,
    CheckpointRule checkpoints)
    implements Serializable {

  public JobShare {
    requireNonNull(split, "split is null");
    requireNonNull(scaling, "scaling is null");
    requireNonNull(settings, "settings are null");
    requireNonNull(trialLimit, "trialLimit is null");
    requireNonNull(checkpoints, "checkpoints are null");
  }

  /**
   * Returns what the tasks of {@code stage} share, a stage of {@code conf}. Computes its components
   * unless they are known.
   */
  public static JobShare of(SearchConf conf, Stage stage, CheckpointRule checkpoints) {
    return new JobShare(
        stage.split(),
        stage.scaling(),
        stage.components().map(StageComponents::examples).orElse(null),
        settings(conf, stage.conf()),
        conf.limits().trial(),
        checkpoints);
  }

  /** Returns this with other {@code components}; null for none. */
  public JobShare with(ComponentExamples components) {
    return new JobShare(split, scaling, components, settings, trialLimit, checkpoints);
  }

  /**
   * Returns what the tasks train and measure on.
   *
   * @param images returns all images; asked only where all inputs train
   */
  public TrainingData data(Supplier<DataSet> images) {
    return components == null
        ? TrainingData.of(images.get(), split, scaling)
        : TrainingData.of(components, split.train(), split.validation());
  }

  /** Returns the name of what computes the products here, as {@code executions} shows it. */
  public String kernels() {
    return settings.engine().products().name();
  }

  /** Returns how all trials of {@code stage} are trained, a stage of {@code conf}. */
  public static TrainingSettings settings(SearchConf conf, StageConf stage) {
    Evaluation asked = conf.evaluation();
    boolean last = stage.name().equals(StageConf.FINAL);
    return new TrainingSettings(
        conf.engine().pinned(),
        conf.seed(),
        last ? asked.tested() : asked,
        conf.divergedLoss(),
        conf.keepsModels(stage),
        last || conf.measuresTogether(stage));
  }
}
