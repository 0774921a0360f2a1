package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.harness.LocalSearch;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdleCoresTest {
  private static final String STAGE =
      """
      stages = [coarse, final]
      stage.coarse { sampler = gp, trials = 90, space.l2 { uniform = [0, 1] } }
      stage.final {}
      """;

  private static SearchConf conf(String... settings) {
    return LocalSearch.of(STAGE, settings).conf();
  }

  @Test
  void batchSmallerThanTheCores_isToldWithOneThatIsNot() {
    assertEquals(
        List.of("coarse: 64 cores, batch 16: up to 48 idle; batch = 64 changes the results"),
        IdleCores.of(conf(), 64));
    assertEquals(
        List.of("coarse: 64 cores, batch 16: up to 16 idle; batch = 22 changes the results"),
        IdleCores.of(conf("stage.coarse.repeats=3"), 64));
  }

  @Test
  void batchThatKeepsThemBusy_orThatIsTheWholeStage_isNotMentioned() {
    assertEquals(List.of(), IdleCores.of(conf(), 16));
    assertEquals(List.of(), IdleCores.of(conf("stage.coarse.trials=16"), 64));
    assertEquals(List.of(), IdleCores.of(conf("stage.coarse.sampler=random"), 64));
  }
}
