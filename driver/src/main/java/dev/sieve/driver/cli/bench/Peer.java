package dev.sieve.driver.cli.bench;

import dev.sieve.engine.EngineUnavailable;
import dev.sieve.engine.netlib.NetlibLibrary;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * What Sieve's own kernels are compared with.
 *
 * @param process that measures it; empty where nobody asked, or its library does not load
 * @param refusal why it does not load
 */
record Peer(Optional<EngineProcess> process, Optional<String> refusal) implements Closeable {

  static Peer of(Optional<NetlibLibrary> library, int inputs, double seconds) {
    if (library.isEmpty()) {
      return new Peer(Optional.empty(), Optional.empty());
    }
    try {
      return new Peer(
          Optional.of(EngineProcess.start(library.get(), inputs, seconds)), Optional.empty());
    } catch (EngineUnavailable e) {
      return new Peer(
          Optional.empty(), Optional.of("Without a comparison with netlib: " + e.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    if (process.isPresent()) {
      process.get().close();
    }
  }
}
