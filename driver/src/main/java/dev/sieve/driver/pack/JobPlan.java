package dev.sieve.driver.pack;

import java.util.List;

/** Packs that are left to train, longest first, and what their tasks share. */
public record JobPlan(JobShare share, List<Pack> packs) {
  public JobPlan {
    packs = List.copyOf(packs);
  }
}
