package dev.sieve.train;

import dev.sieve.team.Cores;
import dev.sieve.trial.Trial;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Keeps the state of a pack after one update, as bytes: once it is saved, training may end. */
final class MemoryCheckpoints implements Checkpoints {
  private final int step;
  private int asked;
  private byte[] saved;

  MemoryCheckpoints(int step) {
    this.step = step;
  }

  @Override
  public boolean isDue() {
    return ++asked == step;
  }

  @Override
  public void save(PackState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    saved = bytes.toByteArray();
  }

  boolean isSaved() {
    return saved != null;
  }

  /** Returns a new copy of what was saved. */
  PackState state() {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(saved))) {
      return (PackState) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<PackState> last() {
    return isSaved() ? Optional.of(state()) : Optional.empty();
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
