package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sieve.driver.conf.Identity;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private static List<String> changed(String... settings) {
    Identity before = Confs.read(Confs.R1).identity();
    return before.differingKeys(Confs.read(Confs.R1, settings).identity());
  }

  @Test
  void operationKeys_changeNothing() {
    assertEquals(List.of(), changed("packing.size=2", "keep-models=all", "data.path=elsewhere"));
  }

  @Test
  void theSameNumber_writtenOtherwise_changesNothing() {
    assertEquals(List.of(), changed("training.schedule.eta-max=1.0e-1", "data.train=\"45000\""));
  }

  @Test
  void aSharedKey_changesTheStagesThatUseIt() {
    assertEquals(
        List.of("search.stage.coarse.training.batch-size", "search.stage.fine.training.batch-size"),
        changed("training.batch-size=50"));
  }

  @Test
  void eachKey_isNamedAlone() {
    assertEquals(List.of("search.seed"), changed("seed=2"));
    assertEquals(List.of("search.diverged-loss"), changed("diverged-loss=9"));
    assertEquals(List.of("search.evaluation.interval"), changed("evaluation.interval=225"));
    assertEquals(
        List.of("search.stage.final.training.schedule.half-cycle"),
        changed("stage.final.training.schedule.half-cycle=1"));
    assertEquals(List.of("search.stage.final.from"), changed("stage.final.from=coarse"));
  }

  @Test
  void aKeyThatOnlyOneHas_isNamed() {
    assertEquals(
        List.of("search.stage.final.training.l2"), changed("stage.final.training.l2=0.006"));
  }

  @Test
  void hash_tellsIdentitiesApart() {
    Identity one = Confs.parse(Confs.LEAST).identity();
    assertEquals(one.hash(), Confs.parse(Confs.LEAST, "packing.size=1").identity().hash());
    assertNotEquals(one.hash(), Confs.parse(Confs.LEAST, "seed=2").identity().hash());
  }
}
