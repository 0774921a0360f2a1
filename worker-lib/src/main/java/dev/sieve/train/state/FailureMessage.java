package dev.sieve.train.state;

/** What the tables say of an exception that ended a trial. */
public final class FailureMessage {
  private FailureMessage() {}

  /** Returns class and message of {@code e} and its first frames within Sieve, in one line. */
  public static String of(Throwable e) {
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
