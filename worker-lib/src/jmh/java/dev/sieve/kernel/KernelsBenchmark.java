package dev.sieve.kernel;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The products of a training step on CIFAR-10, batch 100, on one core. The figures at the methods
 * are microseconds a call for 50, 400 and 500 columns, on an AMD EPYC (Zen 4) that was shared with
 * others, all in one run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelsBenchmark {
  private static final int ROWS = 100;
  private static final int INPUTS = 3072;

  @Param({"50", "400", "500"})
  private int columns;

  private Panels w;
  private Rows x;
  private Rows a;
  private Rows g;
  private float[] zeros;

  /** Fills all operands with random numbers; steps so small that weights stay as they are. */
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    w = new Panels(OwnKernels.FASTEST, INPUTS, columns);
    x = new Rows(OwnKernels.FASTEST, ROWS, INPUTS);
    a = new Rows(OwnKernels.FASTEST, ROWS, w.width());
    g = new Rows(OwnKernels.FASTEST, ROWS, w.width());
    zeros = new float[w.width()];
    float[] weights = new float[INPUTS * columns];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextDouble() - 0.5f;
    }
    w.set(0, columns, weights);
    for (int i = 0; i < x.values().length; i++) {
      x.values()[i] = (float) random.nextDouble() - 0.5f;
    }
    for (int i = 0; i < g.values().length; i++) {
      g.values()[i] = 1e-9f * ((float) random.nextDouble() - 0.5f);
    }
  }

  /** Product 1: 391, 2602, 3365. */
  @Benchmark
  public Rows forward() {
    w.forward(x, ROWS, zeros, zeros, a);
    return a;
  }

  /** Product 2: 421, 3182, 3852. */
  @Benchmark
  public Panels update() {
    w.update(x, ROWS, g, zeros);
    return w;
  }
}
