package dev.sieve.driver.forecast;

/**
 * What a stage will take.
 *
 * @param trials at most
 * @param reused trials that are finished, and not trained
 * @param epochs of a trial
 * @param trialEpochs of all that are trained
 * @param teraflop floating-point operations of their training, in 10¹²
 * @param packs of all of its rounds
 * @param waves how often every core gets a pack, of all rounds
 * @param seconds of its training and evaluations; of stages that run at once, its share
 */
public record StageForecast(
    String name,
    int configurations,
    int repeats,
    int trials,
    Range reused,
    Range epochs,
    Range trialEpochs,
    Range teraflop,
    int packs,
    int waves,
    Range seconds) {}
