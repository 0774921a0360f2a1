package dev.sieve.train;

/** Is told how far a pack is, once per epoch, on the thread that trains. */
@FunctionalInterface
public interface Progress {

  /** Called when {@code trials} more trials have finished an epoch, or will never train it. */
  void epochDone(int trials);
}
