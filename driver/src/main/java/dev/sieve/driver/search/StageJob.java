package dev.sieve.driver.search;

import java.util.List;

/** The packs of one stage that are left to train, longest first, and what their tasks share. */
record StageJob(StageShare share, List<Pack> packs) {
  StageJob {
    packs = List.copyOf(packs);
  }
}
