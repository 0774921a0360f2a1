package dev.sieve.bench;

/**
 * The speed of some work.
 *
 * @param cores that were busy
 * @param packs that trained at the same time, each on an equal share of the cores
 * @param microseconds of one step of one pack
 * @param trialEpochs epochs of single networks per second, over all cores
 * @param gigaflops floating-point operations per nanosecond, over all cores
 */
public record Speed(
    Work work, int cores, int packs, double microseconds, double trialEpochs, double gigaflops) {

  static Speed of(Work work, int cores, int packs, double stepsPerSecond) {
    return new Speed(
        work,
        cores,
        packs,
        1e6 * packs / stepsPerSecond,
        stepsPerSecond * work.networks() * Work.BATCH / Work.EPOCH,
        stepsPerSecond * work.operations() / 1e9);
  }
}
