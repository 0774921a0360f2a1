package dev.sieve.driver.search;

import dev.sieve.data.Labels;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.run.Probabilities;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.stage.Stage;
import dev.sieve.result.EnsembleRow;
import dev.sieve.space.Candidate;
import dev.sieve.train.Trained;
import dev.sieve.train.state.EnsembleSums;
import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures the repeats of each candidate together, by the mean of their probabilities. Repeats are
 * trained in different tasks, at different times and perhaps in different runs of the command, so
 * that their probabilities are kept in the run directory until all have ended.
 */
final class RepeatEnsembles {
  private final SearchConf conf;
  private final Labels pool;
  private final Labels test;
  private final Probabilities kept;

  RepeatEnsembles(SearchConf conf, Labels pool, Labels test, RunDirectory run) {
    this.conf = conf;
    this.pool = pool;
    this.test = test;
    this.kept = new Probabilities(run);
  }

  /** Keeps what is needed of a trial of {@code stage} that has ended; durable on return. */
  void keep(Stage stage, Trained trained) {
    if (conf.measuresTogether(stage.conf()) && trained.outputs() != null) {
      kept.write(trained.result().trial(), classes(), trained.outputs());
    }
  }

  /**
   * Returns the ensembles of those candidates of {@code stage} whose repeats have all ended, two of
   * them at least well.
   *
   * @param trials of the stage so far
   * @param results of these, by trial
   */
  List<EnsembleRow> of(Stage stage, List<Trial> trials, List<TrialResult> results) {
    if (!conf.measuresTogether(stage.conf())) {
      return List.of();
    }
    // More repeats than one candidate has, where it was drawn twice.
    Map<Candidate, Long> planned =
        trials.stream().collect(Collectors.groupingBy(Trial::candidate, Collectors.counting()));
    Map<Candidate, List<TrialResult>> repeats =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.trial().candidate(), LinkedHashMap::new, Collectors.toList()));
    return repeats.entrySet().stream()
        .filter(group -> group.getValue().size() == planned.get(group.getKey()))
        .map(Map.Entry::getValue)
        .map(ended -> ended.stream().filter(r -> r.status() == Status.COMPLETED).toList())
        .filter(members -> members.size() >= 2)
        .map(members -> new EnsembleRow(conf.name(), members, ensemble(stage, members)))
        .toList();
  }

  private Ensemble ensemble(Stage stage, List<TrialResult> members) {
    EnsembleSums sums = new EnsembleSums(classes());
    members.forEach(member -> sums.add(kept.read(member.trial())));
    return sums.ensemble(pool.of(stage.split().validation()), test.toArray());
  }

  int testImages() {
    return test.count();
  }

  private int classes() {
    return pool.classes();
  }
}
