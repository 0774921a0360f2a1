package dev.sieve.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.sieve.kernel.Rows;
import dev.sieve.net.PackedNetworks;
import dev.sieve.net.Tally;
import dev.sieve.net.Topology;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final int BATCH = 20;
  private static final int INPUTS = 300;
  private static final int STEPS = 5_000;

  private final List<Topology> topologies =
      List.of(new Topology(INPUTS, List.of(8), 10), new Topology(INPUTS, List.of(6, 5), 10));
  private final PackedNetworks networks = new PackedNetworks(topologies, BATCH);
  private final Rows x = new Rows(BATCH, INPUTS);
  private final int[] labels = new int[BATCH];
  private final Tally tally = new Tally();

  @Test
  void trainingStep_allocatesNothing() {
    run();
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    run();
    double perStep = (double) (thread.getCurrentThreadAllocatedBytes() - before) / STEPS;
    assertTrue(perStep < 16, "bytes per step, where the smallest object takes 16: " + perStep);
  }

  private void run() {
    for (int step = 0; step < STEPS; step++) {
      networks.forward(x, BATCH);
      networks.update(0, BATCH, labels, 0.1, 0.01, tally);
      networks.update(1, BATCH, labels, 0.1, 0.01, tally);
      networks.finish(x, BATCH);
    }
  }
}
