package dev.sieve.driver.conf;

import static java.util.Objects.requireNonNull;

import dev.sieve.Rule;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the names of tables begin with that hold several runs together, in a catalog of Spark's:
 * {@code DATABASE.PREFIX}.
 *
 * @param database as Spark finds it: {@code db} of the current catalog, or {@code catalog.db}
 * @param prefix of the tables in it: {@code PREFIX_trials} and so on
 */
public record TablePrefix(String database, String prefix) {
  private static final Pattern NAME = Pattern.compile("[\\w-]+(\\.[\\w-]+)*\\.\\w+");

  /** Of its text. */
  private static final Rule<String> RULE =
      new Rule<>(
          "must be DATABASE.PREFIX or CATALOG.DATABASE.PREFIX, of letters, digits and _",
          text -> NAME.matcher(text).matches());

  public TablePrefix {
    requireNonNull(database, "database is null");
    requireNonNull(prefix, "prefix is null");
  }

  /**
   * Returns what {@code text} names.
   *
   * @param thing whose value it is to the user
   * @throws dev.sieve.InvalidValueException where it is no such name
   */
  public static TablePrefix of(String thing, String text) {
    RULE.require(thing, text);
    int end = text.lastIndexOf('.');
    return new TablePrefix(text.substring(0, end), text.substring(end + 1));
  }

  /** Returns the parts of the database's name; the first may be a catalog. */
  public List<String> path() {
    return List.of(database.split("\\.", -1));
  }

  /** Returns the name of the table {@code table} in its database. */
  public String table(String table) {
    return prefix + "_" + table;
  }

  /** Returns it as the user writes it. */
  public String text() {
    return database + "." + prefix;
  }
}
