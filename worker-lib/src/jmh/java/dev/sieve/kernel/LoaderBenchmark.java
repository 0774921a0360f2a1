package dev.sieve.kernel;

import java.util.Arrays;
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
 * From the bytes or floats of 100 examples, gathered at random among 45,000, to inputs; one by one,
 * or as many together as the kernels like. Seen on one core of an AMD EPYC (Zen 4) that was shared
 * with others, by vectors: one by one 171 µs for bytes and 285 for floats, together 97 and 176.
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

  private final float[] numbers = new float[IMAGES * INPUTS];
  private final byte[][] pixelBlocks = new byte[BATCH][];
  private final float[][] numberBlocks = new float[BATCH][];
  private final int[] from = new int[BATCH];

  @Param({"vector", "plain"})
  private String kernels;

  @Param({"false", "true"})
  private boolean together;

  private Kernels chosen;

  /** Draws the values. */
  @Setup
  public void fill() {
    chosen = kernels.equals("plain") ? new PlainKernels() : OwnKernels.FASTEST;
    random.nextBytes(pixels);
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = pixels[k];
    }
    for (int j = 0; j < INPUTS; j++) {
      scale[j] = (float) random.nextDouble();
      offset[j] = (float) random.nextDouble();
    }
    Arrays.fill(pixelBlocks, pixels);
    Arrays.fill(numberBlocks, numbers);
  }

  private void draw() {
    for (int i = 0; i < BATCH; i++) {
      from[i] = random.nextInt(IMAGES) * INPUTS;
    }
  }

  /** Loads a batch of bytes. */
  @Benchmark
  public Rows bytes() {
    draw();
    if (together) {
      chosen.scale(pixelBlocks, from, 0, BATCH, scale, offset, x);
    } else {
      for (int i = 0; i < BATCH; i++) {
        chosen.scale(pixels, from[i], scale, offset, x.values(), x.at(i));
      }
    }
    return x;
  }

  /** Loads a batch of floats. */
  @Benchmark
  public Rows floats() {
    draw();
    if (together) {
      chosen.scale(numberBlocks, from, 0, BATCH, scale, offset, x);
    } else {
      for (int i = 0; i < BATCH; i++) {
        chosen.scale(numbers, from[i], scale, offset, x.values(), x.at(i));
      }
    }
    return x;
  }
}
