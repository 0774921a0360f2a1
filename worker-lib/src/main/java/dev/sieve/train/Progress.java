package dev.sieve.train;

/** Hears how far a pack is, once per epoch, on the thread that trains. */
@FunctionalInterface
public interface Progress {

  /** Called when {@code trials} trials have each finished one more epoch, or will not train it. */
  void epochDone(int trials);
}
