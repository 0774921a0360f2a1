package dev.sieve.driver.forecast;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.pack.Executors;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.pack.Packer;
import dev.sieve.driver.reuse.Foreseen;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A search that is gone through without training: which rounds run at once, and what packs they
 * form.
 */
final class Rehearsal {
  private final SearchConf conf;
  private final DataSizes data;
  private final Packer packer;
  private final Foreseen foreseen;
  private final Map<String, StageRounds> stages = new LinkedHashMap<>();
  private final Map<String, Integer> gone = new HashMap<>(); // rounds of each stage
  private final List<Step> steps = new ArrayList<>();

  /**
   * Rounds that run at once.
   *
   * @param stages theirs, by name, each with the number of its trials before
   */
  record Step(Map<String, Integer> stages, Map<Share, List<Pack>> packs) {
    List<Pack> all() {
      return packs.values().stream().flatMap(List::stream).toList();
    }
  }

  /**
   * @param batch configurations that a stage asks for at a time, where its sampler learns
   * @param foreseen what is not trained, since it is finished
   */
  Rehearsal(
      SearchConf conf,
      DataSizes data,
      Executors executors,
      ToIntFunction<StageConf> batch,
      Foreseen foreseen) {
    this.conf = conf;
    this.data = data;
    this.foreseen = foreseen;
    this.packer = new Packer(conf.packSize(), executors);
    for (StageConf stage : conf.stages()) {
      StageRounds drawn = StageRounds.of(conf.seed(), stage, batch.applyAsInt(stage));
      stages.put(stage.name(), drawn.with(foreseen));
    }
    for (List<StageConf> ready = ready(); !ready.isEmpty(); ready = ready()) {
      steps.add(step(ready));
    }
  }

  List<Step> steps() {
    return steps;
  }

  StageRounds rounds(StageConf stage) {
    return stages.get(stage.name());
  }

  /** Returns the trials of {@code stage} that are left to train, on each of their legs. */
  List<Trial> left(StageConf stage) {
    return left(rounds(stage).trials());
  }

  private List<Trial> left(List<Trial> trials) {
    return trials.stream().filter(trial -> !foreseen.isFinished(trial)).toList();
  }

  /** Returns the packs of the whole search. */
  Map<Share, List<Pack>> packs() {
    Map<Share, List<Pack>> all = new LinkedHashMap<>();
    for (Step step : steps) {
      step.packs()
          .forEach(
              (share, packs) -> all.computeIfAbsent(share, s -> new ArrayList<>()).addAll(packs));
    }
    return all;
  }

  private List<StageConf> ready() {
    return conf.stages().stream()
        .filter(stage -> !isOver(stage.name()))
        .filter(stage -> stage.plan().waitsFor().map(this::isOver).orElse(true))
        .toList();
  }

  private boolean isOver(String stage) {
    return gone.getOrDefault(stage, 0) == stages.get(stage).rounds().size();
  }

  private Step step(List<StageConf> ready) {
    Map<String, Integer> before = new LinkedHashMap<>();
    Map<Share, List<Trial>> trials = new LinkedHashMap<>();
    for (StageConf stage : ready) {
      List<List<Trial>> rounds = stages.get(stage.name()).rounds();
      int round = gone.merge(stage.name(), 1, Integer::sum) - 1;
      before.put(stage.name(), rounds.subList(0, round).stream().mapToInt(List::size).sum());
      trials
          .computeIfAbsent(Share.of(conf, stage, data), share -> new ArrayList<>())
          .addAll(left(rounds.get(round)));
    }
    trials.values().removeIf(List::isEmpty);
    return new Step(before, packer.packs(trials, Map.of()));
  }
}
