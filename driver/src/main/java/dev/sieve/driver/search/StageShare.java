package dev.sieve.driver.search;

import dev.sieve.blas.BlasChoice;
import dev.sieve.data.PixelScaling;
import dev.sieve.data.Split;
import dev.sieve.train.TrainingSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * What all tasks of a stage share beside the images: broadcast once per stage, some hundred
 * kilobytes.
 *
 * @param fixedPacks whether a pack is trained together whatever the BLAS makes of it
 * @param trialLimit time that a trial may take
 */
record StageShare(
    Split split,
    PixelScaling scaling,
    TrainingSettings settings,
    BlasChoice blas,
    boolean fixedPacks,
    Duration trialLimit)
    implements Serializable {}
