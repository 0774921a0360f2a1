package dev.sieve.trial;

import java.io.Serializable;

/**
 * One measurement of a learning curve.
 *
 * @param step updates done
 * @param epoch passes over the training images done, with a fraction
 * @param eta learning rate η that the schedule gives at this step
 * @param train see {@link Evaluation#train}
 * @param validation over all validation images, as the network is at this step
 * @param test over all test images, of the untrained network alone, and where test metrics are
 *     asked for and training metrics are exact; null elsewhere
 */
public record CurvePoint(
    long step, double epoch, double eta, Metrics train, Metrics validation, Metrics test)
    implements Serializable {}
