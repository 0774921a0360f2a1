package dev.sieve.driver.checkpoint;

import static java.util.Objects.requireNonNull;

import dev.sieve.Texts;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.run.Folder;
import dev.sieve.train.TrainingContext;
import dev.sieve.trial.Trial;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * How often, and where, states are kept: the same on all executors. Those of trials at their rungs
 * are kept besides.
 *
 * @param path folder that driver and executors see; empty where nothing is kept
 * @param search hash of all that decides the results of the search
 * @param every time between two savings of a pack; {@link TrainingContext#UNLIMITED} for never
 */
public record CheckpointRule(String path, String search, Duration every) implements Serializable {
  /** Nothing is kept. */
  public static final CheckpointRule NEVER = new CheckpointRule("", "", TrainingContext.UNLIMITED);

  public CheckpointRule {
    requireNonNull(path, "path is null");
    requireNonNull(search, "search is null");
    requireNonNull(every, "every is null");
  }

  /**
   * Returns the rule for the folder at {@code path}, which need not exist; touches nothing.
   *
   * @throws dev.sieve.driver.error.UserError where {@code path} is none
   */
  public static CheckpointRule at(
      String path, Configuration hadoop, String search, Duration every) {
    return new CheckpointRule(folderAt(path, hadoop).uri(), search, every);
  }

  static Folder folderAt(String path, Configuration hadoop) {
    return Folder.at("a checkpoint folder", path, hadoop);
  }

  public boolean applies() {
    return !path.isEmpty();
  }

  /** Returns the folder as this JVM sees it. */
  public CheckpointFolder folder(Configuration hadoop, Consumer<String> warn) {
    return new CheckpointFolder(folderAt(path, hadoop), search, warn);
  }

  /**
   * Returns what keeps the state of a pack in this JVM; nothing where none is kept, or where {@code
   * warn} hears why that is not possible: without checkpoints, the pack trains as well.
   *
   * @param hadoop returns how files are reached
   */
  public Optional<PackCheckpoints> ofPack(
      String pack, List<Trial> trials, Supplier<Configuration> hadoop, Consumer<String> warn) {
    if (!applies()) {
      return Optional.empty();
    }
    try {
      CheckpointFolder folder = folder(hadoop.get(), warn);
      return Optional.of(new PackCheckpoints(folder, pack, trials, every, warn));
    } catch (SearchFailure e) {
      warn.accept(Texts.format("%s trains without checkpoints: %s", pack, e.getMessage()));
      return Optional.empty();
    }
  }
}
