package dev.sieve.driver.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the fault tests have done, for the lines that the build prints at its end. */
public final class Counts {
  /** Given by the build; tests that are run otherwise count for nobody. */
  private static final String FILE = System.getProperty("faults.counts");

  private Counts() {}

  /** Notes a line, such as {@code 38 kills of the driver, one at each file}. */
  public static void note(String line) {
    if (FILE != null) {
      try {
        Files.writeString(
            Path.of(FILE), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
