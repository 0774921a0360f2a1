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
 */
public record CurvePoint(long step, double epoch, double eta, Metrics train, Metrics validation)
    implements Serializable {}
