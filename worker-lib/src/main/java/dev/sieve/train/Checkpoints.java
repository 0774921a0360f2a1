package dev.sieve.train;

import java.util.Optional;

/**
 * Keeps the state of a pack while it trains, so that another attempt need not start over. Called on
 * the thread that trains. Nothing here throws: a failed checkpoint must not end a training.
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
        public void paused(PackState state) {}

        @Override
        public Optional<PackState> last() {
          return Optional.empty();
        }
      };

  /** Returns whether it is time to save; asked after each update. */
  boolean isDue();

  /** Saves {@code state}, which changes after this method returns. */
  void save(PackState state);

  /**
   * Saves {@code state}, of one trial that has reached its rung: it may go on from there, in
   * another pack.
   */
  void paused(PackState state);

  /**
   * Returns the state to go on from, if any: that of a pack which holds all trials of this one, or
   * {@link PackState#joined} of trials that have all stopped at the same rung.
   */
  Optional<PackState> last();
}
