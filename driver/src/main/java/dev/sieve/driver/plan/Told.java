package dev.sieve.driver.plan;

import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.plan.cube.Configurations;
import dev.sieve.driver.plan.cube.SearchedCube;
import dev.sieve.driver.plan.cube.TrialLegs;
import dev.sieve.driver.stage.Stage;
import dev.sieve.learned.LearnedStage;
import dev.sieve.sample.box.Box;
import dev.sieve.sample.box.Narrowed;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.History;
import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Metric;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What strategies have been told: the results of each stage, in the order of its trials. */
public final class Told {
  private final List<LearnedStage> learned;
  private final Metric metric;
  private final Map<String, OfStage> stages = new HashMap<>();

  /** Nothing yet, in the search {@code conf}; but what it has learned from others. */
  public Told(SearchConf conf) {
    this(conf.learned(), conf.evaluation().metric());
  }

  /** Nothing at all. */
  public Told() {
    this(List.of(), Metric.ACCURACY);
  }

  private Told(List<LearnedStage> learned, Metric metric) {
    this.learned = learned;
    this.metric = metric;
  }

  /** The rounds of one stage, and the results of all of them. */
  private record OfStage(Stage stage, List<Round> rounds, List<TrialResult> results) {
    SearchSpace searched() {
      return rounds.get(rounds.size() - 1).space();
    }

    TrialLegs legs() {
      return new TrialLegs(results);
    }
  }

  /** Adds the results of {@code round}, in the order of its trials, whatever order they came in. */
  void add(Stage stage, Round round, List<TrialResult> results) {
    OfStage told =
        stages.computeIfAbsent(
            stage.name(), name -> new OfStage(stage, new ArrayList<>(), new ArrayList<>()));
    told.rounds().add(round);
    told.results().addAll(results);
  }

  /** Returns the rounds of {@code stage} so far, as they are then. */
  public List<Round> rounds(String stage) {
    return stages.containsKey(stage)
        ? Collections.unmodifiableList(stages.get(stage).rounds())
        : List.of();
  }

  /** Returns how far each trial of these rounds has come, by trial. */
  public List<TrialResult> results(String stage) {
    return stages.containsKey(stage) ? stages.get(stage).legs().latest() : List.of();
  }

  /** Returns what each trial of {@code stage} was at {@code rung} that has come there. */
  List<TrialResult> at(int rung, String stage) {
    return stages.get(stage).legs().at(rung);
  }

  /** Returns the configurations of these results; none where there are no rounds. */
  Configurations configurations(String stage) {
    return stages.containsKey(stage)
        ? of(stage).configurations()
        : new Configurations(SearchSpace.EMPTY, new TrialLegs(List.of()), Metric.ACCURACY, 1);
  }

  /** Returns what other searches have found in {@code space}. */
  Learned learned(SearchSpace space) {
    return Learned.of(learned, space, metric);
  }

  /** Returns what the search maximizes; {@code stage} has a round. */
  Metric metric(String stage) {
    return stages.get(stage).stage().metric();
  }

  /** Returns the least difference between what two trials of {@code stage} are worth, likewise. */
  double resolution(String stage) {
    return metric(stage).resolution(validationImages(stage));
  }

  /** Returns on how many images trials of {@code stage} are validated, likewise. */
  int validationImages(String stage) {
    return stages.get(stage).stage().split().validation().length;
  }

  /** Returns this as it was before an audit of {@code stage}, the last round if there is one. */
  Told beforeAudit(String stage) {
    OfStage all = stages.get(stage);
    int last = all.rounds().size() - 1;
    if (!all.rounds().get(last).audit()) {
      return this;
    }
    Told before = new Told();
    before.stages.putAll(stages);
    int results = all.results().size() - all.rounds().get(last).trials().size();
    before.stages.put(
        stage,
        new OfStage(all.stage(), all.rounds().subList(0, last), all.results().subList(0, results)));
    return before;
  }

  /** Returns the space that the last round of {@code stage} was drawn from; there is one. */
  SearchSpace searched(String stage) {
    return stages.get(stage).searched();
  }

  /**
   * Returns the best candidates that {@code narrowing} wants to know, best first.
   *
   * @throws SearchFailure where there is none
   */
  List<Candidate> best(Narrowing narrowing) {
    if (narrowing.followsNoise()) {
      SearchedCube cube = new SearchedCube(searched(narrowing.from()));
      return box(narrowing.from()).best().stream().map(cube::at).toList();
    }
    return best(narrowing.from(), narrowing.best());
  }

  /**
   * Returns the {@code count} best candidates of {@code stage}, or all if there are fewer.
   *
   * @throws SearchFailure where there is none
   */
  List<Candidate> best(String stage, int count) {
    List<Candidate> best = ranked(stage, count);
    if (best.isEmpty()) {
      throw nothingCompleted(stage);
    }
    return best;
  }

  /** As {@link #best(String, int)}, but none where no trial completed. */
  List<Candidate> ranked(String stage, int count) {
    return of(stage).ranking().stream()
        .limit(count)
        .map(place -> place.first().trial().candidate())
        .toList();
  }

  /**
   * Returns the number of a repeat that neither {@code stage} nor any that it goes on from has used
   * for any configuration.
   */
  int freshRepeat(String stage) {
    int used = results(stage).stream().mapToInt(result -> result.trial().repeat()).max().orElse(-1);
    return before(stage)
        .map(this::freshRepeat)
        .map(free -> Math.max(free, used + 1))
        .orElse(used + 1);
  }

  private Optional<String> before(String stage) {
    return stages.get(stage).stage().conf().plan().waitsFor();
  }

  private StageResults of(String stage) {
    OfStage told = stages.get(stage);
    return new StageResults(
        told.stage(), told.searched(), told.legs(), before(stage).map(this::of));
  }

  /**
   * Returns the box around the best of {@code stage}, as samplers see what it searched.
   *
   * @throws SearchFailure where no trial of it completed
   */
  Narrowed box(String stage) {
    History history = configurations(stage).history();
    if (history.scored() == 0) {
      throw nothingCompleted(stage);
    }
    Cube cube = new SearchedCube(searched(stage)).cube();
    return Narrowed.of(cube, Box.whole(cube), history);
  }

  private static SearchFailure nothingCompleted(String stage) {
    return new SearchFailure("no trial of stage " + stage + " completed: nothing to go on from");
  }
}
