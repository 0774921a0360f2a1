package dev.sieve.train.state;

import dev.sieve.trial.Failure;

/** What an exception means for a trial that throws it. */
public final class Failures {
  private Failures() {}

  /** Returns the kind of failure that {@code e} is. */
  public static Failure cause(Throwable e) {
    return e instanceof OutOfMemoryError ? Failure.OUT_OF_MEMORY : Failure.EXCEPTION;
  }

  /** Returns class and message of {@code e} and its first frames within Sieve, in one line. */
  public static String message(Throwable e) {
    StringBuilder message = new StringBuilder(e.toString().replaceAll("\\s+", " "));
    int frames = 0;
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.sieve.") && frames < 3) {
        message.append(" at ").append(frame);
        frames++;
      }
    }
    return message.toString();
  }
}
