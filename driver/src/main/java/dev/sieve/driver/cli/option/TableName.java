package dev.sieve.driver.cli.option;

import dev.sieve.InvalidValueException;
import dev.sieve.driver.conf.TablePrefix;
import dev.sieve.driver.error.UserError;

/** Names of tables in a catalog, as arguments. */
public final class TableName {
  private TableName() {}

  /**
   * Returns what {@code text} names.
   *
   * @param argument whose value it is
   * @throws UserError where it is no such name
   */
  public static TablePrefix of(String argument, String text) {
    try {
      return TablePrefix.of(argument, text);
    } catch (InvalidValueException e) {
      throw new UserError(e.getMessage(), e);
    }
  }
}
