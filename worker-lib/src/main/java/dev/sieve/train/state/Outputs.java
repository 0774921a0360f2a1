package dev.sieve.train.state;

import java.io.Serializable;

/**
 * What one network makes of all images that are measured.
 *
 * @param plain of the images as they are
 * @param mirror the mean of each image and its mirror image; null unless it was asked for
 */
public record Outputs(Predictions plain, Predictions mirror) implements Serializable {}
