package dev.sieve.driver.checkpoint;

import dev.sieve.Texts;
import dev.sieve.train.Checkpoints;
import dev.sieve.train.PackState;
import dev.sieve.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the state of the one pack that a task trains, every so often. Confined to one thread. */
public final class PackCheckpoints implements Checkpoints {
  private final CheckpointFolder folder;
  private final String pack;
  private final List<Trial> trials;
  private final long every; // nanoseconds
  private final Consumer<String> warn;
  private long before = System.nanoTime();
  private long resumedStep;
  private boolean warned;

  /**
   * @param pack its name
   * @param warn hears why a state could not be kept
   */
  public PackCheckpoints(
      CheckpointFolder folder,
      String pack,
      List<Trial> trials,
      Duration every,
      Consumer<String> warn) {
    this.folder = folder;
    this.pack = pack;
    this.trials = List.copyOf(trials);
    this.every = every.toNanos();
    this.warn = warn;
  }

  @Override
  public boolean isDue() {
    return System.nanoTime() - before >= every;
  }

  @Override
  public void save(PackState state) {
    try {
      folder.save(pack, state);
    } catch (RuntimeException e) { // the training is worth more than its checkpoint
      warn("could not be saved", e);
    }
    before = System.nanoTime();
  }

  @Override
  public void paused(PackState state) {
    try {
      folder.savePaused(state);
    } catch (RuntimeException e) { // the trial begins anew then
      warn("could not be saved", e);
    }
  }

  @Override
  public Optional<PackState> last() {
    try {
      Optional<PackState> state = folder.latest(trials);
      resumedStep = state.map(PackState::step).orElse(0L);
      return state;
    } catch (RuntimeException e) {
      warn("could not be read", e);
      return Optional.empty();
    }
  }

  private void warn(String what, RuntimeException e) {
    if (!warned) {
      warned = true;
      warn.accept(Texts.format("a checkpoint of %s %s: %s", pack, what, e.getMessage()));
    }
  }

  /** Returns the updates that were not trained again, thanks to a checkpoint; 0 without. */
  public long resumedStep() {
    return resumedStep;
  }
}
