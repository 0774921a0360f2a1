package dev.sieve.train;

import dev.sieve.trial.Failure;

/** What an exception means for a trial. */
final class Failures {
  private Failures() {}

  static Failure cause(Throwable e) {
    return e instanceof OutOfMemoryError ? Failure.OUT_OF_MEMORY : Failure.EXCEPTION;
  }

  /** Returns class, message and the first frames of ours, in one line. */
  static String message(Throwable e) {
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
