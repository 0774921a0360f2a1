package dev.sieve.bench;

/**
 * How fast some work was done.
 *
 * @param cores busy at once, each with packs of its own
 * @param microseconds of one step of one pack
 * @param trialEpochs epochs of single networks per second, over all cores
 * @param gigaflops floating-point operations per nanosecond, over all cores
 */
public record Speed(
    Work work, int cores, double microseconds, double trialEpochs, double gigaflops) {

  static Speed of(Work work, int cores, double stepsPerSecond) {
    double perCore = stepsPerSecond / cores;
    return new Speed(
        work,
        cores,
        1e6 / perCore,
        stepsPerSecond * work.networks() * Work.BATCH / Work.EPOCH,
        stepsPerSecond * work.operations() / 1e9);
  }
}
