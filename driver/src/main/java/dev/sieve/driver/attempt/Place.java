package dev.sieve.driver.attempt;

import static java.util.Objects.requireNonNull;

import dev.sieve.team.Cores;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * Where a pack is trained.
 *
 * @param attempt 0 for the first at this pack
 * @param executor its name
 * @param cores of the executor, as the table {@code executions} shows them
 * @param team those of them that the machine has, shared by all packs that train there
 * @param files how files are reached from there
 */
public record Place(
    int attempt, String executor, int cores, Cores team, Supplier<Configuration> files) {
  public Place {
    requireNonNull(executor, "executor is null");
    requireNonNull(team, "team is null");
    requireNonNull(files, "files are null");
  }
}
