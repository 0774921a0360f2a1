package dev.sieve.driver.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sieve.driver.run.Folder;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * How a driver on a cluster ended, and what it said. It leaves that in a hidden file of the run
 * directory, since no cluster manager but YARN tells a client more than that its driver has ended.
 *
 * @param exit its exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
public record DriverResult(int exit, String out, String err) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes it to {@code file}, a URI. */
  public void write(String file, Configuration hadoop) {
    try {
      Folder folder = folder(file, hadoop);
      folder.create();
      folder.write(name(file), JSON.writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + this, e);
    }
  }

  /** Returns what is in {@code file}, and deletes it; nothing where no driver got to its end. */
  public static Optional<DriverResult> take(String file, Configuration hadoop) {
    Folder folder = folder(file, hadoop);
    if (!folder.has(name(file))) {
      return Optional.empty();
    }
    try {
      DriverResult result = JSON.readValue(folder.read(name(file)), DriverResult.class);
      folder.delete(name(file));
      return Optional.of(result);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Folder folder(String file, Configuration hadoop) {
    return Folder.at("a run directory", file.substring(0, file.lastIndexOf('/')), hadoop);
  }

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
