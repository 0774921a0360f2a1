package dev.sieve.format;

/** Storage types, named without Spark so that readers need none. */
public enum ColumnType {
  /** {@link String}. */
  TEXT,
  /** {@link Integer}. */
  INT,
  /** {@link Long}. */
  LONG,
  /** {@link Double}. */
  DOUBLE,
  /** {@link java.time.Instant}. */
  TIMESTAMP
}
