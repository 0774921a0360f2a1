package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.sieve.engine.SieveEngine;
import dev.sieve.kernel.Rows;
import dev.sieve.net.MetricSums;
import dev.sieve.net.MulticlassHinge;
import dev.sieve.net.Network;
import dev.sieve.net.Optimizer;
import dev.sieve.net.Topology;
import dev.sieve.net.pack.PackedNetworks;
import dev.sieve.sample.RandomStream;
import dev.sieve.team.Cores;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Trial;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, whose compiler has seen no other tests, and is not busy with them. */
@Tag("own-jvm")
class AllocationTest {
  private static final int BATCH = 20;
  private static final int INPUTS = 300;
  private static final int STEPS = 5_000;
  private static final int STEPS_PER_EPOCH = 1_000;
  private static final TrainingData DATA = TestData.of(INPUTS, STEPS_PER_EPOCH * BATCH);

  private final List<Topology> topologies =
      List.of(new Topology(INPUTS, List.of(8), 10), new Topology(INPUTS, List.of(6, 5), 10));
  private final Network other =
      new Network(topologies.get(1), new MulticlassHinge(), new Optimizer.Nesterov(0.9), 0.2);
  private final PackedNetworks networks =
      PackedNetworks.alone(
          new SieveEngine().products(), List.of(Network.plain(topologies.get(0)), other), BATCH);
  private final Rows x = new Rows(new SieveEngine().products(), BATCH, INPUTS);
  private final int[] labels = new int[BATCH];
  private final RandomStream masks = new RandomStream(1);
  private final MetricSums sums = new MetricSums();

  @Test
  void trainingStep_allocatesNothing() {
    run();
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    run();
    double perStep = (double) (thread.getCurrentThreadAllocatedBytes() - before) / STEPS;
    assertTrue(perStep < 16, "bytes per step, where the smallest object takes 16: " + perStep);
  }

  /** All of a step as a trial's: loading, helpers, the look at the clock and at what is due. */
  @Test
  void stepOfATrial_allocatesNothing() {
    train(10);
    double perStep = allocatedByAStep();
    for (int again = 0; again < 4 && perStep >= 16; again++) { // the compiler may be late
      perStep = allocatedByAStep();
    }
    assertTrue(perStep < 16, "bytes per step, beginnings of epochs included: " + perStep);
  }

  private static double allocatedByAStep() {
    long once = allocatedBy(10);
    long twice = allocatedBy(20);
    return (twice - once) / (10.0 * STEPS_PER_EPOCH);
  }

  private static long allocatedBy(int epochs) {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    train(epochs);
    return thread.getCurrentThreadAllocatedBytes() - before;
  }

  private static void train(int epochs) {
    Evaluation seldom = new Evaluation(1_000_000, Evaluation.TrainMetrics.RUNNING, false);
    TrainingSettings settings =
        new TrainingSettings(new SieveEngine(), 1, seldom, 1e4, false, false);
    TrainingContext context = TrainingContext.of(n -> {}).on(new Cores(2));
    List<Trial> trials =
        List.of(
            TestData.trial(0, TestData.hyperparameters(List.of(40), 0, BATCH, 0.01), epochs),
            TestData.trial(1, TestData.hyperparameters(List.of(40), 0, BATCH, 0.02), epochs));
    Trainer.train(DATA, settings, trials, context);
  }

  private void run() {
    for (int step = 0; step < STEPS; step++) {
      networks.forward(x, BATCH);
      networks.update(0, x, BATCH, labels, 0.1, 0.01, masks, sums);
      networks.update(1, x, BATCH, labels, 1e-4, 0.01, masks, sums);
      networks.finish(x, BATCH);
    }
  }
}
