package dev.sieve.train.state;

import java.io.Serializable;

/**
 * The probability that is given to each class, image by image.
 *
 * @param validation of the validation images
 * @param test of the test images; null where these are not measured
 */
@SuppressWarnings("ArrayRecordComponent") // bulk, never compared
public record Predictions(float[] validation, float[] test) implements Serializable {}
