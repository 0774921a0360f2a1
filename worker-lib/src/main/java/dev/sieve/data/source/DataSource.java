package dev.sieve.data.source;

import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.Selection;
import dev.sieve.data.SplitRule;
import java.util.List;
import java.util.Optional;

/**
 * A source of data with all its settings: what the section {@code data} of a conf comes to. Each
 * kind is a record of its settings, with a constant {@link SourceKind}.
 */
public interface DataSource {

  /** Returns how confs know such sources. */
  SourceKind kind();

  /** Returns what is known before it is opened; empty where only opening it tells. */
  Optional<Promise> promise();

  /**
   * Returns the memory that its examples take at least; empty where only reading them tells. Reads
   * no more than the heads of files.
   *
   * @throws dev.sieve.data.DataException where these cannot be had or used
   */
  default Optional<LeastSize> leastSize(Places places) {
    return promise()
        .flatMap(
            known ->
                known
                    .shape()
                    .map(
                        shape ->
                            new LeastSize(
                                (long) known.pool() + known.test(), shape.inputs(), Byte.BYTES)));
  }

  /**
   * Reads or makes the data.
   *
   * @param room is asked on the way, where only reading tells how large the data are
   * @throws dev.sieve.data.DataException where they cannot be had or used
   */
  DataSet open(Places places, Room room);

  /** Reads or makes the data, however large. */
  default DataSet open(Places places) {
    return open(places, Room.ENDLESS);
  }

  /**
   * Returns the test examples of {@link #open}. Sources override it where these can be had without
   * the pool.
   *
   * @throws dev.sieve.data.DataException where they cannot be had or used
   */
  default Examples test(Places places) {
    return open(places).test();
  }

  /** Returns whether executors of a cluster read it, so that nobody else need see its data. */
  default boolean isReadByCluster() {
    return false;
  }

  /** Returns how its data say themselves that they are split; empty where they do not. */
  default Optional<SplitRule> split() {
    return Optional.empty();
  }

  /** Returns the paths that it reads; empty where it reads none. */
  default List<String> paths() {
    return List.of();
  }

  /** Returns the name by which confs, tables and messages know it. */
  default String name() {
    return kind().name();
  }

  /** Returns how many examples {@code selection} takes; empty where only opening it tells. */
  default Optional<Integer> count(Selection selection) {
    return selection instanceof Selection.Count count
        ? Optional.of(count.examples())
        : promise().map(promise -> promise.count((Selection.Files) selection));
  }
}
