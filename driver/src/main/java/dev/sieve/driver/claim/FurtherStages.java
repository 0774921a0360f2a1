package dev.sieve.driver.claim;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two confs of one search, one of which may run more of its stages: the results of a stage do not
 * depend on those that others add.
 *
 * @param there the conf of a run directory
 * @param here the one that is to go on there
 */
record FurtherStages(SearchConf there, SearchConf here) {
  private static final String LIST = "search.stages";
  private static final String STAGE = "search.stage.";

  /** Returns the keys by which the two are different searches, sorted. */
  List<String> differingKeys() {
    Set<String> ofBoth = new HashSet<>(names(there));
    ofBoth.retainAll(names(here));
    return there.identity().differingKeys(here.identity()).stream()
        .filter(key -> key.equals(LIST) ? !haveOneOrder(ofBoth) : isOfAny(key, ofBoth))
        .toList();
  }

  private boolean haveOneOrder(Set<String> ofBoth) {
    return names(there).stream()
        .filter(ofBoth::contains)
        .toList()
        .equals(names(here).stream().filter(ofBoth::contains).toList());
  }

  /** Returns whether {@code key} is of one of {@code stages}, or of no stage. */
  private static boolean isOfAny(String key, Set<String> stages) {
    return !key.startsWith(STAGE)
        || stages.contains(key.substring(STAGE.length()).split("\\.", 2)[0]);
  }

  /** Returns the stages of the run directory that are not to go on. */
  Set<String> left() {
    Set<String> left = new HashSet<>(names(there));
    left.removeAll(names(here));
    return left;
  }

  private static List<String> names(SearchConf conf) {
    return conf.stages().stream().map(StageConf::name).toList();
  }
}
