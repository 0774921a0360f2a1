package dev.sieve.driver.checkpoint;

import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.Folder;
import dev.sieve.train.PackState;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The saved states of one search: those of packs, a file each, and those of trials at their rungs.
 * Executors write and read them; the driver looks which there are, and deletes them.
 */
public final class CheckpointFolder {
  private static final String SUFFIX = ".checkpoint";

  private final Folder folder;
  private final StateFiles files;
  private final RungFiles rungs;

  /**
   * @param search hash of all that decides the results of the search
   * @param warn hears of files that were set aside
   */
  public CheckpointFolder(Folder folder, String search, Consumer<String> warn) {
    this.folder = folder;
    this.files = new StateFiles(folder, search, warn);
    this.rungs = new RungFiles(files);
  }

  /** A file that is there. */
  private record Saved(String name, CheckpointHeader header) {}

  /** Saves {@code state} of the pack {@code pack}, in the place of an older one. */
  void save(String pack, PackState state) {
    files.save(pack + SUFFIX, state);
  }

  /** Saves {@code state}, of one trial that has reached its rung. */
  void savePaused(PackState state) {
    rungs.save(state);
  }

  /**
   * Returns the latest state of a pack that holds all of {@code trials}, if there is one, or else
   * that of the rung where all of them stopped.
   */
  Optional<PackState> latest(List<Trial> trials) {
    for (Saved saved : saved()) {
      if (saved.header().holds(trials)) {
        Optional<PackState> state = files.state(saved.name());
        if (state.filter(found -> found.trials().containsAll(trials)).isPresent()) {
          return state;
        }
      }
    }
    return rungs.joined(trials);
  }

  /**
   * Returns the file, or the rung, from which each of {@code trials} can go on, where there is one:
   * trials of different ones cannot share a pack.
   */
  public Map<Trial, String> origins(List<Trial> trials) {
    List<Saved> all = saved();
    Map<Trial, String> origins = new HashMap<>(rungs.origins(trials));
    for (Trial trial : trials) {
      all.stream()
          .filter(saved -> saved.header().holds(List.of(trial)))
          .findFirst()
          .ifPresent(saved -> origins.put(trial, saved.name()));
    }
    return origins;
  }

  /** Forgets the pack {@code pack}, whose results are durable. */
  public void delete(String pack) {
    files.delete(pack + SUFFIX);
  }

  /** Forgets what trials of {@code stage} left at their rungs: it is over. */
  public void forget(String stage) {
    rungs.forget(stage);
  }

  /** Forgets all packs: the search is over. */
  public void clear() {
    saved().forEach(saved -> files.delete(saved.name()));
    if (files.isEmpty()) {
      try {
        folder.delete("");
      } catch (SearchFailure e) {
        // somebody wrote there in the meantime: it may stay
      }
    }
  }

  /** Returns the files of this search, the latest first; sets aside all others. */
  private List<Saved> saved() {
    List<Saved> found = new ArrayList<>();
    for (String name : files.names(SUFFIX)) {
      files.header(name).ifPresent(header -> found.add(new Saved(name, header)));
    }
    found.sort(
        Comparator.comparingLong((Saved saved) -> -saved.header().step())
            .thenComparing(Saved::name));
    return found;
  }
}
