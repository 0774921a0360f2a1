package dev.sieve.trial;

import java.io.Serializable;

/**
 * What was measured of each class on one set of images, averaged over the classes, so that rare
 * ones count as much as frequent ones. Classes without images count in neither, unless an image was
 * taken for one: that lowers macro-F1.
 *
 * @param balancedAccuracy mean of the classes' recalls, in [0, 1] (Brodersen, Ong, Stephan and
 *     Buhmann, "The Balanced Accuracy and Its Posterior Distribution", ICPR 2010)
 * @param macroF1 mean of the classes' F1, 2 · right / (images + predictions), in [0, 1]
 */
public record ByClass(double balancedAccuracy, double macroF1) implements Serializable {}
