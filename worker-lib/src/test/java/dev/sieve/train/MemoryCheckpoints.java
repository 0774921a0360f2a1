package dev.sieve.train;

import dev.sieve.team.Cores;
import dev.sieve.trial.Trial;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the state of a pack after one update, as bytes: once it is saved, training may end. */
final class MemoryCheckpoints implements Checkpoints {
  private final int step;
  private int asked;
  private byte[] saved;
  private final Map<Integer, byte[]> paused = new HashMap<>();

  MemoryCheckpoints(int step) {
    this.step = step;
  }

  @Override
  public boolean isDue() {
    return ++asked == step;
  }

  @Override
  public void save(PackState state) {
    saved = bytes(state);
  }

  @Override
  public void paused(PackState state) {
    paused.put(state.trials().get(0).index(), bytes(state));
  }

  private static byte[] bytes(PackState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  boolean isSaved() {
    return saved != null;
  }

  /** Returns a new copy of what was saved. */
  PackState state() {
    return state(saved);
  }

  private static PackState state(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (PackState) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<PackState> last() {
    return isSaved() ? Optional.of(state()) : Optional.empty();
  }

  /** Returns whether the state of {@code trial} at a rung was saved. */
  boolean hasPaused(Trial trial) {
    return paused.containsKey(trial.index());
  }

  /** Makes {@code trials} go on from their rung, as one pack. */
  void join(List<Trial> trials) {
    save(
        PackState.joined(
            trials.stream().map(trial -> state(paused.get(trial.index()))).toList(), trials));
  }

  /** Trains {@code trials} from here on. */
  List<Trained> goOn(TrainingSettings settings, List<Trial> trials, TrainingData data) {
    return Trainer.train(
        data,
        settings,
        trials,
        new TrainingContext(n -> {}, TrainingContext.UNLIMITED, () -> false, this, new Cores(1)));
  }
}
