package dev.sieve.driver.search;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.run.Folder;
import dev.sieve.driver.run.Models;
import dev.sieve.driver.run.Probabilities;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.stage.Stage;
import dev.sieve.result.PredictionTable;
import dev.sieve.run.RunFiles;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a search keeps of a trial beside the journal: its network, its predictions, what ensembles
 * need. A recorded trial of which some of that is gone, or was not wanted before, is trained again.
 */
final class KeptFiles {
  private final SearchConf conf;
  private final Folder run;
  private final boolean predicts;
  private final List<String> gone = new ArrayList<>();

  /**
   * @param predicts whether there are test examples to predict
   */
  KeptFiles(SearchConf conf, RunDirectory run, boolean predicts) {
    this.conf = conf;
    this.run = run.folder();
    this.predicts = predicts;
  }

  /** Returns whether all that is kept of {@code result}, of a trial of {@code stage}, is there. */
  boolean has(Stage stage, TrialResult result) {
    Optional<String> missing =
        result.status() == Status.COMPLETED
            ? names(stage, result.trial()).stream().filter(name -> !run.has(name)).findFirst()
            : Optional.empty();
    missing.ifPresent(gone::add);
    return missing.isEmpty();
  }

  /** Returns the arrays that are kept of {@code trial}, by its name. */
  List<String> arrays(Stage stage, Trial trial) {
    List<String> names = new ArrayList<>();
    if (conf.keepsModels(stage.conf())) {
      names.add(Models.name(trial));
    }
    if (conf.measuresTogether(stage.conf())) {
      names.add(Probabilities.name(trial));
    }
    return names;
  }

  /** Returns whether the table {@code predictions} is of {@code trial}. */
  boolean isPredicted(Stage stage, Trial trial) {
    return predicts && stage.isFinal() && trial.index() == 0;
  }

  private List<String> names(Stage stage, Trial trial) {
    List<String> names = arrays(stage, trial);
    if (isPredicted(stage, trial)) {
      names.add(RunFiles.parquet(PredictionTable.NAME));
      names.add(RunFiles.csv(PredictionTable.NAME));
    }
    return names;
  }

  /** Returns what the user should know of the trials that {@link #has} was false of; once. */
  Optional<String> warning() {
    if (gone.isEmpty()) {
      return Optional.empty();
    }
    String others = gone.size() == 1 ? "" : " and what belongs to the others";
    String text =
        Texts.format(
            "trials that are done and are trained again: %d; %s%s is not in the run directory",
            gone.size(), gone.get(0), others);
    gone.clear();
    return Optional.of(text);
  }
}
