package dev.sieve.driver.run;

import dev.sieve.Texts;
import dev.sieve.driver.error.Refusals;
import dev.sieve.driver.error.SearchFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in one line what a file system refused, and why. */
final class FileFailure {
  /** What is true whatever could not be written: a trial is told of only when it is durable. */
  private static final String KEPT = ". All finished trials are kept; the same command continues";

  private FileFailure() {}

  /** Returns that {@code path} cannot be read, listed or looked for, as {@code verb} says. */
  static SearchFailure reading(String verb, String path, IOException e) {
    return new SearchFailure(Texts.format("cannot %s %s: %s", verb, path, reason(e)), e);
  }

  /** Returns that {@code path} cannot be written, renamed or deleted, as {@code verb} says. */
  static SearchFailure writing(String verb, String path, IOException e) {
    return new SearchFailure(Texts.format("cannot %s %s: %s%s", verb, path, reason(e), KEPT), e);
  }

  /** Java's own exceptions of files often have nothing but a path for a message. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    return Refusals.of(e).orElseGet(() -> told(e));
  }

  private static String told(IOException e) {
    String told =
        e instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : String.valueOf(e.getMessage());
    return told.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
