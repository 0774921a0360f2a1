package dev.sieve.bench;

import static dev.sieve.Checks.check;

import dev.ludovic.netlib.blas.BLAS;
import dev.sieve.blas.OpenBlas;
import dev.sieve.data.input.Inputs;
import dev.sieve.engine.Engine;
import dev.sieve.team.Cores;
import dev.sieve.team.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures this machine. Every figure is the median of several short runs after a warm-up, which
 * hides most of what other processes do meanwhile.
 */
public final class Bench {
  private static final int RUNS = 7;
  private static final int PEAK = 2048;

  /** Operations in a second, roughly: decides how long a run takes. */
  private static final double PEAK_ESTIMATE = 5e10;

  private final Engine engine;
  private final Inputs images;
  private final double seconds;

  /**
   * @param engine computes the products
   * @param inputs values of an example, see {@link Work#CIFAR10_INPUTS}
   * @param seconds that a run takes at least
   */
  public Bench(Engine engine, int inputs, double seconds) {
    this.engine = engine;
    check(seconds > 0, "seconds must be > 0, but were %s", seconds);
    this.seconds = seconds;
    this.images = RandomInputs.of(inputs);
  }

  /**
   * Returns the floating-point operations per nanosecond of OpenBLAS's {@code sgemm} on square
   * matrices of 2048 rows, on {@code cores} threads.
   *
   * @throws LinkageError where there is no OpenBLAS, or it does not load
   */
  public double peak(int cores) {
    BLAS blas = OpenBlas.load(cores);
    float[] a = new float[PEAK * PEAK];
    Arrays.fill(a, 0.5f);
    float[] c = new float[PEAK * PEAK];
    double[] gigaflops = new double[RUNS];
    for (int run = -1; run < RUNS; run++) {
      long start = System.nanoTime();
      blas.sgemm("N", "N", PEAK, PEAK, PEAK, 1, a, PEAK, a, PEAK, 0, c, PEAK);
      if (run >= 0) {
        gigaflops[run] = 2.0 * PEAK * PEAK * PEAK / (System.nanoTime() - start);
      }
    }
    OpenBlas.load(1);
    return median(gigaflops);
  }

  /**
   * Returns the same on one thread, for matrices of the shapes of the two large products of {@code
   * work}: (images × inputs) by (inputs × units), and (inputs × images) by (images × units).
   */
  public double peak(Work work) {
    BLAS blas = OpenBlas.load(1);
    int d = work.inputs();
    int m = work.columns();
    int n = Work.BATCH;
    float[] x = new float[n * d];
    float[] w = new float[d * m];
    float[] a = new float[n * m];
    Arrays.fill(x, 0.5f);
    double operations = 4.0 * n * d * m;
    int calls = (int) Math.ceil(seconds * PEAK_ESTIMATE / operations);
    double[] gigaflops = new double[RUNS];
    for (int run = -1; run < RUNS; run++) {
      long start = System.nanoTime();
      for (int i = 0; i < calls; i++) { // units along BLAS's rows, where it is faster
        blas.sgemm("N", "N", m, n, d, 1, w, m, x, d, 0, a, m);
        blas.sgemm("N", "T", m, d, n, -1e-9f, a, m, x, d, 1, w, m);
      }
      if (run >= 0) {
        gigaflops[run] = calls * operations / (System.nanoTime() - start);
      }
    }
    return median(gigaflops);
  }

  /** Returns how fast one pack trains on {@code cores} cores. */
  public Speed together(Work work, int cores) {
    try (Team team = new Cores(cores).join()) {
      Steps pack = steps(work, 0, team);
      int steps = warm(pack);
      double[] perSecond = new double[RUNS];
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        pack.run(steps);
        perSecond[run] = steps / ((System.nanoTime() - start) / 1e9);
      }
      return Speed.of(work, cores, 1, median(perSecond));
    }
  }

  /** Returns how fast {@code cores} cores train when each has a pack of its own. */
  public Speed speed(Work work, int cores) {
    List<Steps> packs = packs(work, cores);
    int steps = warm(packs.get(0));
    double[] perSecond = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      perSecond[run] = stepsPerSecond(packs, steps);
    }
    return Speed.of(work, cores, cores, median(perSecond));
  }

  /** Returns where the time of a step goes, on one core. */
  public Phases phases(Work work) {
    Steps pack = packs(work, 1).get(0);
    int steps = warm(pack);
    List<Phases> runs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      runs.add(pack.phases(steps));
    }
    return new Phases(
        median(runs.stream().mapToDouble(Phases::load).toArray()),
        median(runs.stream().mapToDouble(Phases::forward).toArray()),
        median(runs.stream().mapToDouble(Phases::between).toArray()),
        median(runs.stream().mapToDouble(Phases::update).toArray()));
  }

  private Steps steps(Work work, long seed, Team team) {
    return new Steps(engine, images, Work.CLASSES, work.trials(), seed, team);
  }

  private List<Steps> packs(Work work, int cores) {
    List<Steps> packs = new ArrayList<>();
    for (int core = 0; core < cores; core++) {
      packs.add(steps(work, core, Team.alone()));
    }
    return packs;
  }

  /** Trains until the JIT has finished, and returns how many steps fill a run. */
  private int warm(Steps pack) {
    int steps = 1;
    double took = 0;
    for (int again = 0; again < 3 || took < seconds; again++) {
      steps = took > 0 ? (int) Math.max(1, Math.ceil(1.1 * steps * seconds / took)) : 20;
      long start = System.nanoTime();
      pack.run(steps);
      took = (System.nanoTime() - start) / 1e9;
    }
    return steps;
  }

  /** Returns the updates per second, all together, where each of {@code packs} makes so many. */
  static double stepsPerSecond(List<Steps> packs, int steps) {
    ExecutorService threads = Executors.newFixedThreadPool(packs.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      long start = System.nanoTime();
      for (Steps pack : packs) {
        running.add(threads.submit(() -> pack.run(steps)));
      }
      for (Future<?> one : running) {
        one.get();
      }
      return packs.size() * steps / ((System.nanoTime() - start) / 1e9);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a training step failed", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
