package dev.sieve.trial;

import java.io.Serializable;

/**
 * What the average of the probabilities of a trial's networks makes of images: Huang, Li, Pleiss,
 * Liu, Hopcroft and Weinberger, "Snapshot Ensembles: Train 1, Get M for Free", ICLR 2017.
 *
 * @param size networks
 * @param validation loss −log of the right class's mean probability, and accuracy; cost is the loss
 * @param test null unless it was asked for
 */
public record Ensemble(int size, Metrics validation, Metrics test) implements Serializable {}
