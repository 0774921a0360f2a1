package dev.sieve.driver.search;

import dev.sieve.blas.BlasChoice;
import dev.sieve.data.Scaling;
import dev.sieve.data.Split;
import dev.sieve.train.TrainingSettings;
import java.io.Serializable;

/**
 * What all tasks of a stage share beside the images: broadcast once per stage, some hundred
 * kilobytes.
 *
 * @param fixedPacks whether a pack is trained together whatever the BLAS makes of it
 */
record StageShare(
    Split split, Scaling scaling, TrainingSettings settings, BlasChoice blas, boolean fixedPacks)
    implements Serializable {}
