package dev.sieve.engine;

import dev.sieve.UserMistake;
import java.io.Serial;

/** An engine that this JVM cannot run; the message says why, and what helps. */
public final class EngineUnavailable extends UserMistake {
  @Serial private static final long serialVersionUID = 1L;

  public EngineUnavailable(String message) {
    super(message, null);
  }

  public EngineUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
