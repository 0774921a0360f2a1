package dev.sieve.data.source;

import static dev.sieve.Checks.check;
import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;

/**
 * A key of a conf that a kind of source reads. Its default, if it has one, stands in {@code
 * reference.conf}.
 *
 * @param path below {@code search.data}: {@code path}, or {@code synthetic.seed}, in a section
 * @param format of its values
 * @param place whether it says where the data lie, and not what they are: it may change while a
 *     search is under way
 * @param variable the environment variable that its default is taken from; empty where there is
 *     none
 * @param optional whether a source may go without it
 */
public record SourceKey<T>(
    String path, Format<T> format, boolean place, String variable, boolean optional) {

  private static final Rule<String> NOT_EMPTY =
      new Rule<>("must not be empty", text -> !text.isBlank());

  public SourceKey {
    check(
        path.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)?"),
        "key must be a name, or those of a section and of a key in it, but was %s",
        path);
    requireNonNull(format, "format is null");
    requireNonNull(variable, "variable is null");
  }

  /** Returns a key that decides what the data are. */
  public static <T> SourceKey<T> of(String path, Format<T> format) {
    return new SourceKey<>(path, format, false, "", false);
  }

  /** Returns a key that says where the data lie. */
  public static <T> SourceKey<T> place(String path, Format<T> format, String variable) {
    return new SourceKey<>(path, format, true, variable, false);
  }

  /** Returns the key {@code path}: of a file or folder that must be given. */
  public static SourceKey<String> folder() {
    return folder("");
  }

  /** Returns the key {@code path}, whose default is that of an environment variable. */
  public static SourceKey<String> folder(String variable) {
    return place("path", Formats.TEXT.obeying(NOT_EMPTY), variable);
  }

  /** Returns this key for sources that may go without it. */
  public SourceKey<T> orNone() {
    return new SourceKey<>(path, format, place, variable, true);
  }

  /** Returns whether {@code reference.conf} may hold its default, which others may share. */
  public boolean mayHaveDefault() {
    return !place || !variable.isEmpty();
  }

  /** Returns the first name of the path: a key of {@code data}. */
  public String first() {
    return isInSection() ? path.substring(0, path.indexOf('.')) : path;
  }

  /** Returns the last name of the path. */
  public String last() {
    return path.substring(path.indexOf('.') + 1);
  }

  public boolean isInSection() {
    return path.contains(".");
  }
}
