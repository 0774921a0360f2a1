package dev.sieve.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The exponentials of one network's batch: 100 images, 10 classes. The figures at the methods are
 * microseconds, on one core of an AMD EPYC (Zen 4) that was shared with others, in one run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ExponentialBenchmark {
  private static final int COUNT = 1000;

  private final double[] values = new double[COUNT];
  private final double[] room = new double[COUNT];

  private void fill() {
    for (int i = 0; i < COUNT; i++) {
      values[i] = -0.01 * i;
    }
  }

  /** Many at once: 2.4. */
  @Benchmark
  public double[] own() {
    fill();
    Exponential.of(values, room, COUNT);
    return values;
  }

  /** The JVM's, one by one: 6.4. */
  @Benchmark
  public double[] jvm() {
    fill();
    for (int i = 0; i < COUNT; i++) {
      values[i] = Math.exp(values[i]);
    }
    return values;
  }
}
