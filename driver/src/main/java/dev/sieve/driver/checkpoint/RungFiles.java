package dev.sieve.driver.checkpoint;

import dev.sieve.train.PackState;
import dev.sieve.trial.Leg;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The states of trials at their rungs, a file each, since the next rung packs them anew: {@code
 * coarse-3-at-8.rung}. A trial whose file is not there begins anew, and has the same bits at its
 * end.
 */
final class RungFiles {
  static final String SUFFIX = ".rung";

  private final StateFiles files;

  RungFiles(StateFiles files) {
    this.files = files;
  }

  private static String name(Trial trial, int rung) {
    return trial.label() + "-at-" + rung + SUFFIX;
  }

  /** Saves {@code state}, of one trial at its rung. */
  void save(PackState state) {
    Trial trial = state.trials().get(0);
    files.save(name(trial, trial.leg().until()), state);
  }

  /** Returns the rung that each of {@code trials} can go on from, where its state is there. */
  Map<Trial, String> origins(List<Trial> trials) {
    if (trials.stream().allMatch(trial -> trial.leg().from() == 0)) {
      return Map.of();
    }
    Set<String> there = new HashSet<>(files.names(SUFFIX));
    Map<Trial, String> origins = new HashMap<>();
    for (Trial trial : trials) {
      if (there.contains(name(trial, trial.leg().from()))) {
        origins.put(trial, "rung " + trial.leg().from());
      }
    }
    return origins;
  }

  /** Returns the state of a pack of {@code trials} at the rung where all of them stopped. */
  Optional<PackState> joined(List<Trial> trials) {
    int rung = trials.get(0).leg().from();
    if (rung == 0 || !trials.stream().allMatch(trial -> trial.leg().from() == rung)) {
      return Optional.empty();
    }
    List<PackState> paused = new ArrayList<>();
    for (Trial trial : trials) {
      paused(trial, rung).ifPresent(paused::add);
    }
    return paused.size() == trials.size()
        ? Optional.of(PackState.joined(paused, trials))
        : Optional.empty();
  }

  private Optional<PackState> paused(Trial trial, int rung) {
    Trial before = trial.on(new Leg(0, rung));
    String name = name(trial, rung);
    return files
        .header(name)
        .filter(header -> header.holds(List.of(before)))
        .flatMap(header -> files.state(name))
        .filter(state -> state.trials().equals(List.of(before)));
  }

  /** Forgets all trials of {@code stage}, which is over. */
  void forget(String stage) {
    Pattern ofStage =
        Pattern.compile(Pattern.quote(stage) + "-\\d+-at-\\d+" + Pattern.quote(SUFFIX));
    files.names(SUFFIX).stream()
        .filter(name -> ofStage.matcher(name).matches())
        .forEach(files::delete);
  }
}
