package dev.sieve.driver.conf;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One mistake in a conf.
 *
 * @param file the conf file as it was named on the command line, or {@code --set}
 * @param line counted from 1; 0 where there is none to show: a missing key, or {@code --set}
 * @param key full path of the key, empty where the file cannot be read at all
 * @param rule what the key must be, or what is wrong with it
 * @param value what stands there, empty where nothing does
 * @param nearest the known name nearest to an unknown one, empty where none is near
 */
public record ConfProblem(
    String file, int line, String key, String rule, String value, String nearest)
    implements Serializable {

  public ConfProblem {
    requireNonNull(file, "file is null");
    requireNonNull(key, "key is null");
    requireNonNull(rule, "rule is null");
    requireNonNull(value, "value is null");
    requireNonNull(nearest, "nearest is null");
  }

  /** Returns the mistake in one line: {@code conf/x.conf:9: search.seed must be …, but was …}. */
  public String text() {
    return file
        + (line > 0 ? ":" + line : "")
        + ": "
        + (key.isEmpty() ? "" : key + " ")
        + rule
        + (value.isEmpty() ? "" : ", but was " + value)
        + (nearest.isEmpty() ? "" : "; did you mean " + nearest + "?");
  }
}
