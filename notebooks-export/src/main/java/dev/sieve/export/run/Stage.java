package dev.sieve.export.run;

import java.util.Map;

/**
 * What the conf says of one stage.
 *
 * @param name of the stage
 * @param sampler random or grid; empty where the conf leaves it to Sieve, as for {@code final}
 * @param planned its trainings, all repeats; 0 where the conf leaves their number to Sieve
 * @param from the stage that this one was narrowed from or takes its best trial of; empty: none
 * @param best how many of its best trials span the narrowed space; 0 if it was not narrowed
 * @param space what was searched, by column: text as in the conf
 * @param ranges those of it that are intervals
 */
public record Stage(
    String name,
    String sampler,
    long planned,
    String from,
    int best,
    Map<String, String> space,
    Map<String, Range> ranges) {

  /** The stage that trains the best configuration once more. */
  public static final String FINAL = "final";

  public boolean isFinal() {
    return name.equals(FINAL);
  }
}
