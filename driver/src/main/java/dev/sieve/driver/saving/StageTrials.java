package dev.sieve.driver.saving;

import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.stage.Stage;
import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The trials of a stage that have been planned so far, each with its legs. */
public final class StageTrials {
  private final Stage stage;
  private final SearchSpace space;
  private final Map<Integer, List<Trial>> legs = new TreeMap<>();
  private final Map<Candidate, Integer> repeats = new HashMap<>();
  private Set<Candidate> last = Set.of(); // of the last round
  private final Map<Integer, Integer> audited = new TreeMap<>(); // their rungs

  public StageTrials(PlannedRound first) {
    this.stage = first.stage();
    this.space = first.round().space();
  }

  public Stage stage() {
    return stage;
  }

  public SearchSpace space() {
    return space;
  }

  /** Adds the trials of {@code round}, which are new, or go on. */
  public void add(PlannedRound round) {
    last = round.trials().stream().map(Trial::candidate).collect(Collectors.toSet());
    for (Trial trial : round.trials()) {
      repeats.merge(trial.candidate(), trial.repeat() + 1, Math::max);
      List<Trial> known = legs.computeIfAbsent(trial.index(), index -> new ArrayList<>(1));
      if (round.round().audit()) {
        audited.put(trial.index(), known.get(known.size() - 1).leg().until());
      }
      known.add(trial);
    }
  }

  /** Returns each trial on the last leg that has {@code ended}, by trial; none that has none. */
  public List<Trial> latest(Predicate<Trial> ended) {
    List<Trial> latest = new ArrayList<>();
    for (List<Trial> of : legs.values()) {
      of.stream().filter(ended).reduce((one, next) -> next).ifPresent(latest::add);
    }
    return latest;
  }

  /** Returns each trial on the last leg that was planned. */
  public List<Trial> planned() {
    return latest(trial -> true);
  }

  /** Returns the trial that was planned and equals {@code trial}; itself where there is none. */
  public Trial planned(Trial trial) {
    return legs.getOrDefault(trial.index(), List.of()).stream()
        .filter(trial::equals)
        .findFirst()
        .orElse(trial);
  }

  /** Returns each trial on each of its legs. */
  public List<Trial> onAllLegs() {
    return legs.values().stream().flatMap(List::stream).toList();
  }

  /** Returns whether {@code trial}, on this leg, is trained only to see what pruning costs. */
  boolean isAudit(Trial trial) {
    return !trial.endsAtRung() && audited.containsKey(trial.index());
  }

  /** Returns whether {@code candidate} has fewer repeats than the stage may give it. */
  boolean lacksRepeats(Candidate candidate) {
    return repeats.get(candidate) < stage.conf().repeats();
  }

  /** Returns whether {@code candidate} lacks repeats, and the last round has none for it. */
  boolean isRepeatedNoFurther(Candidate candidate) {
    return lacksRepeats(candidate) && !last.contains(candidate);
  }

  /** Returns the epochs after which {@code latest} was pruned; null where it was not. */
  public Integer rung(TrialResult latest) {
    return latest.status() == Status.PRUNED
        ? Integer.valueOf(latest.trial().leg().until())
        : audited.get(latest.trial().index());
  }
}
