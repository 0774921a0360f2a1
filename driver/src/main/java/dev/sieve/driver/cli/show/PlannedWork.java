package dev.sieve.driver.cli.show;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.space.Axes;
import java.util.Collection;
import java.util.List;

/** What a search will train, as far as its conf says it: the whole that a progress is a part of. */
record PlannedWork(List<OfStage> stages) {
  static final PlannedWork UNKNOWN = new PlannedWork(List.of());

  /** Trials of one stage, at most, and their epochs; the mean length where lengths are searched. */
  record OfStage(String name, int trials, long trialEpochs) {
    static OfStage of(StageConf stage) {
      double epochs =
          stage.plan().space().domain(Axes.EPOCHS).extremes().stream()
              .mapToInt(Integer::intValue)
              .average()
              .orElse(0);
      return new OfStage(stage.name(), stage.trials(), Math.round(stage.trials() * epochs));
    }
  }

  PlannedWork {
    stages = List.copyOf(stages);
  }

  static PlannedWork of(SearchConf conf) {
    return new PlannedWork(conf.stages().stream().map(OfStage::of).toList());
  }

  int trials(Collection<String> names) {
    return stages.stream().filter(s -> names.contains(s.name())).mapToInt(OfStage::trials).sum();
  }

  long trialEpochs(Collection<String> names) {
    return stages.stream()
        .filter(stage -> names.contains(stage.name()))
        .mapToLong(OfStage::trialEpochs)
        .sum();
  }

  /** Returns the trial-epochs of all stages but {@code names}. */
  long others(Collection<String> names) {
    return stages.stream()
        .filter(stage -> !names.contains(stage.name()))
        .mapToLong(OfStage::trialEpochs)
        .sum();
  }

  /** Returns {@code 2 of 3}: the place of the last of {@code names}; empty for an only stage. */
  String place(List<String> names) {
    List<String> all = stages.stream().map(OfStage::name).toList();
    int last = names.stream().mapToInt(all::indexOf).max().orElse(-1);
    return all.size() < 2 || last < 0 ? "" : Texts.format("%d of %d", last + 1, all.size());
  }
}
