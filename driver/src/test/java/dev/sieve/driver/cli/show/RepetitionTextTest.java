package dev.sieve.driver.cli.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.net.MulticlassHinge;
import dev.sieve.net.Optimizer;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Augmentation;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionTextTest {
  private static final LearningRateSchedule TRIANGLE =
      new LearningRateSchedule.Triangular(1e-5, 0.1, 160);

  @Test
  void header_tellsAllThatIsTrained() {
    Hyperparameters chosen =
        new Hyperparameters(List.of(50), 0.001, 100, TRIANGLE, new Initialization.Xavier())
            .with(new MulticlassHinge())
            .with(Axes.OPTIMIZER, new Optimizer.Nesterov(0.9))
            .with(Axes.DROPOUT, 0.2)
            .with(new Augmentation(0.5, 3, Augmentation.Fill.EDGE, 0, 0.1));
    assertEquals(
        """
        coarse-3, repeat 1: configuration %s
          hidden 50, l2 0.001, batch-size 100, schedule triangular, eta-max 0.1, eta-min 1e-5, \
        half-cycle 160, initialization xavier, objective svm, optimizer nesterov 0.9, dropout 0.2, \
        flip 0.5, shift 3, shift-fill edge, input-dropout 0.1, epochs 4
        """
            .formatted(chosen.configuration()),
        RepetitionText.header(new Trial("coarse", 3, chosen, 1, 4)));
  }

  @Test
  void header_ofAPlainTrial_leavesOutWhatIsNotUsed() {
    Hyperparameters plain =
        new Hyperparameters(List.of(), 0, 100, TRIANGLE, new Initialization.Xavier());
    assertEquals(
        "  hidden none, l2 0, batch-size 100, schedule triangular, eta-max 0.1, eta-min 1e-5,"
            + " half-cycle 160, initialization xavier, epochs 4",
        RepetitionText.header(new Trial("coarse", 3, plain, 1, 4))
            .lines()
            .reduce((before, last) -> last)
            .orElseThrow());
  }
}
