package dev.sieve.driver.forecast;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.pack.Executors;
import dev.sieve.driver.pack.Pack;
import dev.sieve.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the steps of a rehearsal take, and what of that is each stage's. */
final class Schedule {
  private final SearchConf conf;
  private final Executors executors;
  private final PackWork work;
  private final Speeds speeds;
  private final Map<String, Double> seconds = new HashMap<>();
  private final Map<String, Integer> packs = new HashMap<>();
  private final Map<String, Integer> waves = new HashMap<>();

  Schedule(
      SearchConf conf, Executors executors, PackWork work, Speeds speeds, Rehearsal rehearsal) {
    this.conf = conf;
    this.executors = executors;
    this.work = work;
    this.speeds = speeds;
    rehearsal.steps().stream().filter(step -> !step.packs().isEmpty()).forEach(this::add);
  }

  private void add(Rehearsal.Step step) {
    Map<Pack, Double> times = new HashMap<>();
    Map<String, Double> operations = new HashMap<>();
    Map<String, Integer> touched = new HashMap<>();
    step.packs()
        .forEach(
            (share, some) ->
                some.forEach(
                    pack -> {
                      times.put(pack, work.of(share, pack) / speeds.rate(share, pack));
                      operations(share, pack)
                          .forEach(
                              (stage, its) -> {
                                operations.merge(stage, its, Double::sum);
                                touched.merge(stage, 1, Integer::sum);
                              });
                    }));
    List<Pack> all = step.all();
    double took = executors.makespan(all, times::get) + overhead(step, all.size());
    double sum = operations.values().stream().mapToDouble(Double::doubleValue).sum();
    int full = (all.size() + executors.cores() - 1) / executors.cores();
    operations.forEach(
        (stage, its) -> {
          seconds.merge(stage, took * its / sum, Double::sum);
          packs.merge(stage, touched.get(stage), Integer::sum);
          waves.merge(stage, full, Integer::sum);
        });
  }

  /** Returns the operations of {@code pack} by stage. */
  private static Map<String, Double> operations(Share share, Pack pack) {
    Map<String, Double> operations = new HashMap<>();
    for (Trial trial : pack.trials()) {
      operations.merge(trial.stage(), PackWork.training(share, List.of(trial)), Double::sum);
    }
    return operations;
  }

  private double overhead(Rehearsal.Step step, int packs) {
    return conf.stages().stream()
        .filter(stage -> step.stages().containsKey(stage.name()))
        .mapToDouble(stage -> FixedTimes.round(stage, packs, step.stages().get(stage.name())))
        .max()
        .orElse(0);
  }

  double seconds(StageConf stage) {
    return seconds.getOrDefault(stage.name(), 0.0);
  }

  /** Returns the time of all stages. */
  double seconds() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  int packs(StageConf stage) {
    return packs.getOrDefault(stage.name(), 0);
  }

  int waves(StageConf stage) {
    return waves.getOrDefault(stage.name(), 0);
  }
}
