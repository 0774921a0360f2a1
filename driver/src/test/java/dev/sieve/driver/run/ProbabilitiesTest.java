package dev.sieve.driver.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.train.state.Outputs;
import dev.sieve.train.state.Predictions;
import dev.sieve.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbabilitiesTest {
  private static final float[] VALIDATION = {0.25f, 0.75f, 1, 0, 0.1f, 0.9f};
  private static final float[] MIRROR = {0.5f, 0.5f, 0.75f, 0.25f, 0, 1};
  private static final float[] TEST = {0.5f, 0.5f};

  @TempDir Path folder;

  private Probabilities kept() {
    return new Probabilities(RunDirectory.at(folder.toString(), new Configuration()));
  }

  private static Trial trial(int index) {
    LearningRateSchedule eta = new LearningRateSchedule.Constant(0.1);
    Hyperparameters any = new Hyperparameters(List.of(), 0, 10, eta, new Initialization.Xavier());
    return new Trial("fine", index, any, 0, 1);
  }

  private static Outputs outputs(float[] test, Predictions mirror) {
    return new Outputs(new Predictions(VALIDATION, test), mirror);
  }

  @Test
  void whatIsWritten_isReadAgain() {
    kept().write(trial(0), 2, outputs(TEST, null));
    kept().write(trial(1), 2, outputs(null, new Predictions(MIRROR, null)));
    assertArrayEquals(VALIDATION, kept().read(trial(0)).plain().validation());
    assertArrayEquals(TEST, kept().read(trial(0)).plain().test());
    assertNull(kept().read(trial(0)).mirror());
    assertNull(kept().read(trial(1)).plain().test());
    assertArrayEquals(MIRROR, kept().read(trial(1)).mirror().validation());
    assertNull(kept().read(trial(1)).mirror().test());
  }

  @Test
  void theFile_isNamedAfterTheTrial() {
    kept().write(trial(0), 2, outputs(TEST, null));
    assertTrue(Files.exists(folder.resolve(Probabilities.name(trial(0)))));
    assertFalse(Files.exists(folder.resolve(Probabilities.name(trial(1)))));
  }
}
