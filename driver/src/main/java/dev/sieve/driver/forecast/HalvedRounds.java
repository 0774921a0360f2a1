package dev.sieve.driver.forecast;

import dev.sieve.driver.conf.Halving;
import dev.sieve.space.Candidate;
import dev.sieve.trial.Leg;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rounds of successive halving, where no trial fails: at each rung the first configurations
 * stand for the best ones.
 */
final class HalvedRounds {
  private final Halving halving;
  private final List<List<Trial>> rounds = new ArrayList<>();
  private final List<Trial> pruned = new ArrayList<>();

  HalvedRounds(Halving halving) {
    this.halving = halving;
  }

  /** Adds the rungs of trials that were drawn together. */
  void add(List<Trial> drawn) {
    List<Trial> going = drawn.stream().map(trial -> trial.on(new Leg(0, halving.first()))).toList();
    rounds.add(going);
    for (Optional<Integer> next = halving.after(halving.first());
        next.isPresent();
        next = halving.after(next.get())) {
      int until = next.get();
      Set<Candidate> kept = first(going, halving.kept(configurations(going)));
      going.stream().filter(trial -> !kept.contains(trial.candidate())).forEach(pruned::add);
      going =
          going.stream()
              .filter(trial -> kept.contains(trial.candidate()))
              .map(trial -> onwards(trial, until))
              .toList();
      rounds.add(going);
    }
  }

  /** Returns all rounds, the audit last. */
  List<List<Trial>> rounds() {
    Set<Candidate> audited = first(pruned, halving.audited(configurations(pruned)));
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
