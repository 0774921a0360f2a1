package dev.sieve.driver.checkpoint;

import dev.sieve.Texts;
import dev.sieve.driver.run.Folder;
import dev.sieve.train.PackState;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Files of saved states in one folder. Those that are not what was once written are set aside. */
final class StateFiles {
  private final Folder folder;
  private final String search;
  private final Consumer<String> warn;

  /**
   * @param search hash of all that decides the results of the search
   * @param warn hears of files that were set aside
   */
  StateFiles(Folder folder, String search, Consumer<String> warn) {
    this.folder = folder;
    this.search = search;
    this.warn = warn;
  }

  /** Saves {@code state} as {@code name}, in the place of an older one. */
  void save(String name, PackState state) {
    folder.write(name, CheckpointFile.bytes(search, state));
  }

  /** Returns the names of all files that end with {@code suffix}. */
  List<String> names(String suffix) {
    return folder.list("").stream().filter(name -> name.endsWith(suffix)).toList();
  }

  void delete(String name) {
    folder.delete(name);
  }

  /** Returns whether nothing is left. */
  boolean isEmpty() {
    return folder.list("").isEmpty();
  }

  /** Returns the header of {@code name}, if it is a file of this search. */
  Optional<CheckpointHeader> header(String name) {
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

  /** Returns the state in {@code name}, a file of this search. */
  Optional<PackState> state(String name) {
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
          Texts.format(
              "checkpoint %s is set aside as %s.damaged: %s; its trials begin anew",
              name, name, e.getMessage()));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // replaced or deleted this very moment
    }
  }
}
