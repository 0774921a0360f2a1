package dev.sieve.driver.forecast;

import dev.sieve.driver.conf.ChooseBy;
import dev.sieve.driver.conf.MedianStopping;
import dev.sieve.driver.conf.Pruner;
import dev.sieve.driver.conf.Sampling;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.driver.conf.StopWhen;
import dev.sieve.driver.plan.Strategy;
import dev.sieve.driver.plan.Told;
import dev.sieve.driver.reuse.Foreseen;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rounds of trials that a stage would train. What is known before the search is drawn as the
 * stage itself draws it; what depends on results is drawn evenly from the space, before it is
 * narrowed.
 *
 * @param known whether these are the very trials that the search will train
 */
record StageRounds(StageConf stage, List<List<Trial>> rounds, boolean known) {
  /**
   * Candidates of which one of middling size stands for the configuration that others will choose.
   */
  private static final int DRAWN = 15;

  StageRounds {
    rounds = rounds.stream().map(List::copyOf).toList();
  }

  /**
   * @param batch configurations that a learning sampler asks for at a time
   */
  static StageRounds of(long seed, StageConf stage, int batch) {
    return stage
        .plan()
        .map(
            search -> searched(seed, stage, search, batch),
            confirm -> confirmed(seed, stage, confirm),
            last -> new StageRounds(stage, List.of(last(seed, stage, last)), false));
  }

  /** Returns this with the rounds that finished trials tell, in place of the first ones. */
  StageRounds with(Foreseen foreseen) {
    List<List<Trial>> first = foreseen.rounds(stage.name());
    List<List<Trial>> others =
        foreseen.isOver(stage.name()) || first.size() >= rounds.size()
            ? List.of()
            : rounds.subList(first.size(), rounds.size());
    return first.isEmpty()
        ? this
        : new StageRounds(
            stage,
            Stream.concat(first.stream(), others.stream()).toList(),
            known || others.isEmpty());
  }

  List<Trial> trials() {
    return rounds.stream().flatMap(List::stream).toList();
  }

  private static StageRounds searched(
      long seed, StageConf stage, StagePlan.Search search, int batch) {
    boolean once = isDrawnOnce(search.sampler());
    Sampling how = once ? search.sampling() : evenly(search.configurations());
    List<Trial> all = drawn(seed, stage, search.space(), how, search.configurations());
    int size = once ? all.size() : batch * stage.repeats();
    List<List<Trial>> rounds = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      List<Trial> round = all.subList(from, Math.min(all.size(), from + size));
      rounds.addAll(stage.race() ? byRepeat(round) : List.of(round));
    }
    boolean known =
        once && search.narrowing().isEmpty() && search.pruner().isEmpty() && !stage.race();
    return new StageRounds(
        stage, search.pruner().map(pruner -> inRungs(pruner, rounds)).orElse(rounds), known);
  }

  /** Returns the rounds of a race that nobody leaves. */
  private static Collection<List<Trial>> byRepeat(List<Trial> trials) {
    return trials.stream()
        .collect(Collectors.groupingBy(Trial::repeat, TreeMap::new, Collectors.toList()))
        .values();
  }

  /** Returns what of its trial-epochs is trained at least: where all is pruned that may be. */
  double least() {
    double all = trials().stream().mapToInt(trial -> trial.leg().epochs()).sum();
    double trials = trials().stream().map(Trial::index).distinct().count();
    double configurations = trials().stream().map(Trial::candidate).distinct().count();
    double begun = Math.min(1, leastBegun() / configurations);
    if (stage.race()) { // all but one leave after the second repeat
      double trained = 2 * begun * configurations + stage.repeats() - 2;
      return Math.min(all, all * trained / trials);
    }
    return begun * stage.pruner().map(pruner -> Math.min(all, first(pruner))).orElse(all);
  }

  /** Returns what of its trial-epochs is trained at most: by a rule that may prune nothing, all. */
  double most() {
    boolean mayKeepAll = stage.pruner().filter(MedianStopping.class::isInstance).isPresent();
    Map<Integer, Integer> whole = new HashMap<>();
    trials().forEach(trial -> whole.put(trial.index(), trial.epochs()));
    double all = trials().stream().mapToInt(trial -> trial.leg().epochs()).sum();
    return mayKeepAll
        ? Math.max(all, whole.values().stream().mapToInt(epochs -> epochs).sum())
        : all;
  }

  /** Returns the epochs up to the first rungs, where all is pruned there. */
  private double first(Pruner pruner) {
    int repeats = stage.repeats();
    int trials = (int) trials().stream().map(Trial::index).distinct().count();
    return repeats
        * pruner.firstRungs(trials / repeats).stream().mapToDouble(Integer::doubleValue).sum();
  }

  /** Returns of how many configurations a stage has heard at least before it can end. */
  private double leastBegun() {
    int batch = stage.plan().map(search -> search.sampling().batch(), confirm -> 1, last -> 1);
    return stage.stopsWithoutGain()
        ? (StopWhen.LEAST + batch - 1) / batch * batch
        : Double.POSITIVE_INFINITY;
  }

  private static boolean isDrawnOnce(SamplerName sampler) {
    return sampler == SamplerName.RANDOM || sampler == SamplerName.GRID;
  }

  private static Sampling evenly(int configurations) {
    return new Sampling(SamplerName.SOBOL, configurations, ChooseBy.MEAN);
  }

  /**
   * Returns the trials of a stage that draws all of its configurations from {@code space} at once.
   */
  private static List<Trial> drawn(
      long seed, StageConf stage, SearchSpace space, Sampling how, int configurations) {
    StagePlan.Search plan =
        new StagePlan.Search(how, space, configurations, Optional.empty(), Optional.empty());
    StageConf alone =
        new StageConf(
            stage.name(),
            stage.split(),
            stage.normalization(),
            stage.components(),
            stage.repeats(),
            plan);
    return Strategy.of(seed, alone).next(new Told()).orElseThrow().trials();
  }

  private static List<Candidate> candidates(
      long seed, StageConf stage, SearchSpace space, int count) {
    return drawn(seed, stage, space, evenly(count), count).stream()
        .map(Trial::candidate)
        .distinct()
        .toList();
  }

  private static List<List<Trial>> inRungs(Pruner pruner, List<List<Trial>> rounds) {
    HalvedRounds halved = new HalvedRounds(pruner);
    rounds.forEach(halved::add);
    return halved.rounds();
  }

  private static StageRounds confirmed(long seed, StageConf stage, StagePlan.Confirm confirm) {
    List<Candidate> best = candidates(seed, stage, confirm.space(), confirm.configurations());
    List<Candidate> finalists = best.subList(0, Math.min(confirm.finalists(), best.size()));
    List<Trial> first = repeats(stage, best, 0, 1);
    return new StageRounds(
        stage, List.of(first, repeats(stage, finalists, first.size(), stage.repeats())), false);
  }

  private static List<Trial> last(long seed, StageConf stage, StagePlan.Final last) {
    List<Candidate> some =
        candidates(seed, stage, last.space(), DRAWN).stream()
            .sorted(Comparator.comparingDouble(CandidateSize::of))
            .toList();
    return repeats(stage, List.of(some.get(some.size() / 2)), 0, stage.repeats());
  }

  private static List<Trial> repeats(
      StageConf stage, List<Candidate> candidates, int first, int times) {
    List<Trial> trials = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Stream.iterate(0, repeat -> repeat + 1)
          .limit(times)
          .forEach(
              repeat ->
                  trials.add(
                      new Trial(
                          stage.name(),
                          first + trials.size(),
                          candidate.hyperparameters(),
                          repeat,
                          candidate.epochs())));
    }
    return trials;
  }
}
