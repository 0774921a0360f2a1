package dev.sieve.trial;

import java.io.Serializable;

/**
 * What the average of the probabilities of several networks makes of images: those of one training
 * (Huang, Li, Pleiss, Liu, Hopcroft and Weinberger, "Snapshot Ensembles: Train 1, Get M for Free",
 * ICLR 2017), or of trainings that differ in their random streams alone (Hansen and Salamon,
 * "Neural Network Ensembles", IEEE PAMI 12, 1990).
 *
 * @param size networks
 * @param validation loss −log of the right class's mean probability, and accuracy; cost is the loss
 * @param test null unless it was asked for
 * @param mirror the same of the mean over images and mirror images, {@link Evaluation#mirror}; null
 *     unless it was asked for
 */
public record Ensemble(int size, Metrics validation, Metrics test, Measured mirror)
    implements Serializable {}
