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
 * From the bytes of 100 images, gathered at random among 45,000, to inputs. Seen on one core of an
 * AMD EPYC (Zen 4) that was shared with others: 118 µs by vectors, 335 µs plainly.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class LoaderBenchmark {
  private static final int IMAGES = 45_000;
  private static final int BATCH = 100;
  private static final int INPUTS = 3072;

  private final SplittableRandom random = new SplittableRandom(1);
  private final byte[] pixels = new byte[IMAGES * INPUTS];
  private final float[] scale = new float[INPUTS];
  private final float[] offset = new float[INPUTS];
  private final Rows x = new Rows(OwnKernels.FASTEST, BATCH, INPUTS);

  @Param({"vector", "plain"})
  private String kernels;

  private Kernels chosen;

  /** Draws the pixels. */
  @Setup
  public void fill() {
    chosen = kernels.equals("plain") ? new PlainKernels() : OwnKernels.FASTEST;
    random.nextBytes(pixels);
    for (int j = 0; j < INPUTS; j++) {
      scale[j] = (float) random.nextDouble();
      offset[j] = (float) random.nextDouble();
    }
  }

  /** Loads a batch. */
  @Benchmark
  public Rows load() {
    for (int i = 0; i < BATCH; i++) {
      int from = random.nextInt(IMAGES) * INPUTS;
      chosen.scale(pixels, from, scale, offset, x.values(), x.at(i));
    }
    return x;
  }
}
