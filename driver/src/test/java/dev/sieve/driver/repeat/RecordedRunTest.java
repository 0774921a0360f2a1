package dev.sieve.driver.repeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.Tables;
import dev.sieve.driver.run.journal.Journal;
import dev.sieve.driver.run.journal.JournalEntry;
import dev.sieve.driver.stage.Stage;
import dev.sieve.result.CurveRow;
import dev.sieve.result.CurveTable;
import dev.sieve.result.TrialTable;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Metrics;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded trial, trained again while its run is only half written. */
class RecordedRunTest {
  private static final DataSet IMAGES = Synthetic.generate(60, 20, 1);
  private static final SearchConf CONF =
      ConfFile.parse(
          """
          search {
            data { source = synthetic, train = 40, validation = 20, synthetic.train = 60 }
            training { hidden = [3], batch-size = 10, epochs = 1 }
            stages = [only]
            stage.only {}
          }
          """,
          "x.conf",
          List.of(),
          Map.of());

  @TempDir private Path folder;
  private final PlannedRound round = Rounds.first(CONF, IMAGES);
  private final Stage stage = round.stage();
  private final Trial trial = round.trials().get(0);
  private final TrialResult result = new Retraining(CONF, IMAGES).train(stage, trial).result();
  private RunDirectory run;

  @BeforeEach
  void open() {
    run = RunDirectory.at(folder.toString(), new Configuration());
  }

  @Test
  void trialWithoutARowYet_isComparedWithTheJournal() {
    journal(result);
    assertTrue(repeat().isSame());
    Metrics other = new Metrics(1, 1, 0.5);
    journal(
        new TrialResult(
            trial, result.status(), null, result.steps(), result.train(), other, null, List.of()));
    List<Repetition.Difference> found = repeat().differences().orElseThrow();
    assertEquals("journal, trials row 0", found.get(0).place());
    assertEquals("validation_loss", found.get(0).column());
  }

  @Test
  void trialThatHasEndedSinceItsRowWasWritten_isComparedWithTheJournal() {
    rows(TrialResult.without(trial, Failure.LOST, 0, List.of()));
    journal(result);
    assertTrue(repeat().isSame());
  }

  @Test
  void trialWithARow_isComparedWithThat() {
    rows(TrialResult.without(trial, Failure.DIVERGED, 0, List.of()));
    journal(result);
    assertFalse(repeat().isSame());
    rows(result);
    assertTrue(repeat().isSame());
  }

  @Test
  void trialOfWhichNothingIsRecorded_isNeitherTheSameNorDifferent() {
    assertTrue(repeat().differences().isEmpty());
  }

  private Repetition repeat() {
    return new RecordedRun(CONF, IMAGES, run, warning -> {}).repeat(trial);
  }

  private void journal(TrialResult recorded) {
    Execution execution = Execution.lost("p", 1, 0, null);
    new Journal(run).append("p", List.of(JournalEntry.of(recorded, execution)));
  }

  private void rows(TrialResult recorded) {
    Tables tables = new Tables(run);
    tables.write("trials", TrialTable.COLUMNS, List.of(stage.row(CONF, recorded)));
    tables.write(
        "curves",
        CurveTable.COLUMNS,
        recorded.curve().stream().map(point -> new CurveRow(CONF.name(), trial, point)).toList());
  }
}
