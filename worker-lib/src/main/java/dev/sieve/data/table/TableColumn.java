package dev.sieve.data.table;

/**
 * A column of a file.
 *
 * @param what its values are, as far as the file tells
 * @param type the file's own name of their type, for messages
 */
public record TableColumn(String name, What what, String type) {

  /** What the values of a column may be. */
  public enum What {
    NUMBERS,
    TEXT,
    /** The first value tells: a number, or text. */
    UNKNOWN,
    /** An array of numbers in each row, or an image. */
    ARRAYS,
    /** Neither of these. */
    OTHER
  }
}
