package dev.sieve.driver.run.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.faults.Counts;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.trial.CurvePoint;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Status;
import dev.sieve.trial.TrainingTime;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Metrics METRICS = new Metrics(1.0 / 3, 0.1 + 0.2, Math.nextUp(0.5));
  private static final Execution EXECUTION =
      new Execution(
          0,
          "coarse-0-abc",
          2,
          1,
          1234567890123L,
          0.7,
          "host",
          "1",
          "blas",
          1,
          7,
          null,
          new TrainingTime(1234567890124L, 1234567890125L, 1));

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private Journal journal;

  @BeforeEach
  void open() {
    journal = new Journal(RunDirectory.at(folder.toString(), new Configuration()));
  }

  @Test
  void read_returnsWhatWasAppended_bitForBit() {
    JournalEntry completed = JournalEntry.of(completed(0), EXECUTION);
    JournalEntry failed = JournalEntry.of(failed(1), EXECUTION);
    journal.append("a", List.of(completed, failed));
    journal.append("b", List.of(JournalEntry.of(completed(2), EXECUTION)));
    List<JournalEntry> read = journal.read(warnings::add);
    assertEquals(List.of(completed, failed), read.subList(0, 2));
    assertEquals(completed(0), read.get(0).result(trial(0)));
    assertEquals(failed(1), read.get(1).result(trial(1)));
    assertEquals(3, read.size());
    assertEquals(List.of(), warnings);
  }

  @Test
  void read_ofNothing_isNothing() {
    assertEquals(List.of(), journal.read(warnings::add));
  }

  @Test
  void entry_knowsItsTrialAlone() {
    JournalEntry entry = JournalEntry.of(completed(0), EXECUTION);
    assertTrue(entry.isOf(trial(0)));
    assertFalse(entry.isOf(trial(1)));
    assertFalse(entry.isOf(new Trial("coarse", 0, trial(0).hyperparameters(), 1, 2)));
  }

  @Test
  void read_setsATornFileAside_whereverItIsTorn() throws IOException {
    Path file = folder.resolve("journal/a.jsonl");
    journal.append("a", List.of(JournalEntry.of(completed(0), EXECUTION)));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(List.of(), journal.read(warnings::add), "torn at byte " + length);
      assertFalse(Files.exists(file));
    }
    assertFalse(warnings.isEmpty());
    Counts.note(whole.length + " lengths at which a journal file was torn");
  }

  @Test
  void read_noticesAFlippedByte_whereverItIs() throws IOException {
    Path file = folder.resolve("journal/a.jsonl");
    journal.append("a", List.of(JournalEntry.of(completed(0), EXECUTION)));
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertEquals(List.of(), journal.read(warnings::add), "flipped byte " + at);
    }
    Counts.note(whole.length + " bytes of a journal file that were flipped");
  }

  private static Trial trial(int index) {
    Hyperparameters chosen =
        new Hyperparameters(
            List.of(50),
            0.001 * (index + 1),
            100,
            new LearningRateSchedule.Triangular(1e-5, 0.1, 900),
            new Initialization.Xavier());
    return new Trial("coarse", index, chosen, 0, 2);
  }

  private static TrialResult completed(int index) {
    List<CurvePoint> curve =
        List.of(
            new CurvePoint(0, 0, 1e-5, null, METRICS, METRICS),
            new CurvePoint(900, 2, Math.PI, METRICS, METRICS, null));
    return new TrialResult(
        trial(index), Status.COMPLETED, null, 900, METRICS, METRICS, null, curve);
  }

  private static TrialResult failed(int index) {
    return TrialResult.without(trial(index), Failure.DIVERGED, 17, List.of());
  }
}
