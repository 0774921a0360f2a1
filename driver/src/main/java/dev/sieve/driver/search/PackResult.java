package dev.sieve.driver.search;

import dev.sieve.train.Trained;
import dev.sieve.trial.Execution;
import java.io.Serializable;
import java.util.List;

/**
 * What a task sends back.
 *
 * @param pack what it was asked to train
 * @param trained the trials, in the pack's order
 * @param executions where and how each ran
 * @param sameBitsAsAlone whether this executor's BLAS let them be trained together
 */
record PackResult(
    Pack pack, List<Trained> trained, List<Execution> executions, boolean sameBitsAsAlone)
    implements Serializable {}
