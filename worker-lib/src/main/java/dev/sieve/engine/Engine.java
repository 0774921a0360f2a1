package dev.sieve.engine;

import dev.sieve.kernel.Products;
import java.io.Serializable;

/**
 * The choice of what computes the products of a training, with its settings: a value that travels
 * from the conf to the executors. {@link #products} turns it into machinery where it arrives.
 *
 * <p>Different engines give different bits. A JVM uses one engine: calls to its products are then
 * inlined, and a second implementation would slow all of them down.
 */
public interface Engine extends Serializable {

  /**
   * Returns what computes the products in this JVM: loaded by the first call, the same object ever
   * after. Thread-safe.
   *
   * @throws EngineUnavailable where this JVM cannot run the engine
   */
  Products products();

  /**
   * Returns this engine, held to the bits that it gives in this JVM: {@link #products} of it throws
   * where it would give others. An engine that gives the same bits everywhere is itself.
   *
   * @throws EngineUnavailable where this JVM cannot run the engine
   */
  default Engine pinned() {
    return this;
  }
}
