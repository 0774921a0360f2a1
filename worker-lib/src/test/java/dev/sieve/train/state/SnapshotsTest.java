package dev.sieve.train.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.trial.Metrics;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  @Test
  void metrics_areOfTheMeanProbabilities() {
    Snapshots snapshots = new Snapshots(2, 2);
    snapshots.add(new float[] {0.9f, 0.1f, 0.25f, 0.75f});
    snapshots.add(new float[] {0.3f, 0.7f, 0.25f, 0.75f});
    Metrics metrics = snapshots.metrics(new int[] {0, 0});
    assertEquals(2, snapshots.networks());
    assertEquals(0.5, metrics.accuracy(), "0.6 against 0.4 is right, 0.25 against 0.75 is not");
    assertEquals(-(Math.log(0.6) + Math.log(0.25)) / 2, metrics.loss(), 1e-6);
  }
}
