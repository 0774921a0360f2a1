package dev.sieve.driver.search;

import dev.sieve.data.Scaling;
import dev.sieve.data.Split;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.train.TrainingSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * What all tasks of a job share beside the images: broadcast once per job, some hundred kilobytes.
 * Stages with equal ones, which {@link StagePlanner} gives the same split, share packs.
 *
 * @param trialLimit time that a trial may take
 * @param processorKind the driver's, see {@link ProcessorKind}
 * @param checkpoints how states of long trainings are kept
 */
record JobShare(
    Split split,
    Scaling scaling,
    TrainingSettings settings,
    Duration trialLimit,
    String processorKind,
    CheckpointRule checkpoints)
    implements Serializable {}
