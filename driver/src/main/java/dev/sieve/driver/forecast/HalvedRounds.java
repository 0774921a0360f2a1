package dev.sieve.driver.forecast;

import dev.sieve.driver.conf.Pruner;
import dev.sieve.space.Candidate;
import dev.sieve.trial.Leg;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rounds of a stage that prunes, where no trial fails: at each rung the first configurations
 * stand for the best ones.
 */
final class HalvedRounds {
  private final Pruner pruner;
  private final List<List<Trial>> rounds = new ArrayList<>();
  private final List<Trial> pruned = new ArrayList<>();

  HalvedRounds(Pruner pruner) {
    this.pruner = pruner;
  }

  /** Adds the rungs of trials that were drawn together. */
  void add(List<Trial> drawn) {
    List<Candidate> candidates = drawn.stream().map(Trial::candidate).distinct().toList();
    List<Integer> first = pruner.firstRungs(candidates.size());
    Map<Candidate, Leg> legs = new HashMap<>();
    for (int i = 0; i < first.size(); i++) {
      legs.put(candidates.get(i), new Leg(0, first.get(i)));
    }
    List<Trial> going = drawn.stream().map(trial -> trial.on(legs.get(trial.candidate()))).toList();
    while (!going.isEmpty()) {
      rounds.add(going);
      going =
          going.stream()
              .collect(Collectors.groupingBy(trial -> trial.leg().until()))
              .entrySet()
              .stream()
              .flatMap(at -> promoted(at.getKey(), at.getValue()))
              .toList();
    }
  }

  private Stream<Trial> promoted(int rung, List<Trial> there) {
    Optional<Integer> next = pruner.after(rung);
    if (next.isEmpty()) {
      return Stream.empty();
    }
    Set<Candidate> kept = first(there, pruner.kept(configurations(there)));
    there.stream().filter(trial -> !kept.contains(trial.candidate())).forEach(pruned::add);
    return there.stream()
        .filter(trial -> kept.contains(trial.candidate()))
        .map(trial -> onwards(trial, next.get()));
  }

  /** Returns all rounds, the audit last. */
  List<List<Trial>> rounds() {
    Set<Candidate> audited = first(pruned, pruner.audited(configurations(pruned)));
    List<Trial> audit =
        pruned.stream()
            .filter(trial -> audited.contains(trial.candidate()))
            .map(trial -> onwards(trial, trial.epochs()))
            .toList();
    List<List<Trial>> all = new ArrayList<>(rounds);
    if (!audit.isEmpty()) {
      all.add(audit);
    }
    return all;
  }

  private static Trial onwards(Trial trial, int until) {
    boolean anew = trial.hyperparameters().schedule().dependsOnBudget();
    return trial.on(new Leg(anew ? 0 : trial.leg().until(), until));
  }

  private static int configurations(List<Trial> trials) {
    return (int) trials.stream().map(Trial::candidate).distinct().count();
  }

  private static Set<Candidate> first(List<Trial> trials, int count) {
    return trials.stream()
        .map(Trial::candidate)
        .distinct()
        .limit(count)
        .collect(Collectors.toSet());
  }
}
