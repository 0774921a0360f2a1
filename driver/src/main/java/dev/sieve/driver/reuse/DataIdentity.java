package dev.sieve.driver.reuse;

import dev.sieve.data.DataSet;
import dev.sieve.driver.run.Provenance;
import dev.sieve.run.SearchPlan;
import java.util.List;

/**
 * What tells data sets apart, as far as trials see them.
 *
 * @param fingerprint see {@link dev.sieve.data.Fingerprint}
 * @param parts the files of the pool with their numbers of examples: splits may name them
 */
record DataIdentity(String fingerprint, List<String> parts) {
  DataIdentity {
    parts = List.copyOf(parts);
  }

  static DataIdentity of(DataSet set, String fingerprint) {
    return new DataIdentity(
        fingerprint, set.parts().stream().map(part -> part.name() + " " + part.count()).toList());
  }

  /** Returns that of a recorded run. */
  static DataIdentity of(Provenance provenance, SearchPlan plan) {
    return new DataIdentity(
        provenance.dataFingerprint(),
        plan.data().parts().stream().map(part -> part.name() + " " + part.examples()).toList());
  }
}
