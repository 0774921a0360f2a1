package dev.sieve.driver.search;

import java.util.List;

/** Packs that are left to train, longest first, and what their tasks share. */
record JobPlan(JobShare share, List<Pack> packs) {
  JobPlan {
    packs = List.copyOf(packs);
  }
}
