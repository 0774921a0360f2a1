package dev.sieve.train;

import java.util.Optional;

/**
 * Keeps the state of a pack while it trains, so that another try at it need not begin anew. Called
 * on the thread that trains; what goes wrong here must not end a training, so nothing throws.
 */
public interface Checkpoints {
  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public boolean isDue() {
          return false;
        }

        @Override
        public void save(PackState state) {}

        @Override
        public Optional<PackState> last() {
          return Optional.empty();
        }
      };

  /** Returns whether the state is wanted now; asked after each update. */
  boolean isDue();

  /** Keeps {@code state}, which changes after the return. */
  void save(PackState state);

  /** Returns the state to go on from, of a pack that holds all trials of this one; if any. */
  Optional<PackState> last();
}
