package dev.sieve.driver.checkpoint;

import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.Folder;
import dev.sieve.train.PackState;
import dev.sieve.trial.Trial;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The saved states of one search's packs, a file each. Executors write and read them; the driver
 * looks which there are, and deletes them.
 */
public final class CheckpointFolder {
  private static final String SUFFIX = ".checkpoint";

  private final Folder folder;
  private final String search;
  private final Consumer<String> warn;

  /**
   * @param search hash of all that decides the results of the search
   * @param warn hears of files that were set aside
   */
  public CheckpointFolder(Folder folder, String search, Consumer<String> warn) {
    this.folder = folder;
    this.search = search;
    this.warn = warn;
  }

  /** A file that is there. */
  private record Saved(String name, CheckpointHeader header) {}

  /** Saves {@code state} of the pack {@code pack}, in the place of an older one. */
  void save(String pack, PackState state) {
    folder.write(pack + SUFFIX, CheckpointFile.bytes(search, state));
  }

  /** Returns the latest state of a pack that holds all of {@code trials}, if there is one. */
  Optional<PackState> latest(List<Trial> trials) {
    for (Saved saved : saved()) {
      if (saved.header().holds(trials)) {
        Optional<PackState> state = state(saved.name());
        if (state.filter(found -> found.trials().containsAll(trials)).isPresent()) {
          return state;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the file from which each of {@code trials} can go on, where there is one: trials of
   * different files cannot share a pack.
   */
  public Map<Trial, String> origins(List<Trial> trials) {
    List<Saved> all = saved();
    Map<Trial, String> origins = new HashMap<>();
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
    folder.delete(pack + SUFFIX);
  }

  /** Forgets all packs: the search is over. */
  public void clear() {
    saved().forEach(saved -> folder.delete(saved.name()));
    if (folder.list("").isEmpty()) {
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
    for (String name : folder.list("")) {
      if (name.endsWith(SUFFIX)) {
        header(name).ifPresent(header -> found.add(new Saved(name, header)));
      }
    }
    found.sort(
        Comparator.comparingLong((Saved saved) -> -saved.header().step())
            .thenComparing(Saved::name));
    return found;
  }

  private Optional<CheckpointHeader> header(String name) {
    return read(
        name,
        in -> {
          CheckpointHeader header = CheckpointFile.header(in);
          if (!header.search().equals(search)) {
            throw new CheckpointFile.Damage("it is another search's, or another version's");
          }
          return header;
        });
  }

  private Optional<PackState> state(String name) {
    return read(name, in -> CheckpointFile.state(in, CheckpointFile.header(in)));
  }

  /** What is made of a file. */
  private interface Reader<T> {
    T read(InputStream in) throws IOException, CheckpointFile.Damage;
  }

  private <T> Optional<T> read(String name, Reader<T> reader) {
    try (InputStream in = new BufferedInputStream(folder.open(name))) {
      return Optional.of(reader.read(in));
    } catch (CheckpointFile.Damage e) {
      folder.rename(name, name + ".damaged");
      warn.accept(
          "checkpoint %s is set aside as %s.damaged: %s; its trials begin anew"
              .formatted(name, name, e.getMessage()));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // replaced or deleted this very moment
    }
  }
}
