package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.harness.SmallSearch;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A section that is none is one mistake, whatever seems to be missing without it. */
class SectionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data",
        "data.synthetic",
        "training",
        "training.schedule",
        "evaluation",
        "evaluation.early-stopping",
        "limits",
        "packing",
        "stage",
        "stage.coarse",
        "stage.coarse.space",
        "stage.coarse.space.schedule",
        "stage.coarse.training",
        "stage.fine",
        "stage.fine.narrow",
        "stage.fine.space",
        "stage.final",
        "stage.final.data"
      })
  void aSectionThatIsNone_isTheOnlyMistake(String section) {
    String name = section.substring(section.lastIndexOf('.') + 1);
    assertEquals(
        List.of("--set: search.%s must be a section, %s { … }, but was 3".formatted(section, name)),
        Confs.problems(SmallSearch.CONF, section + "=3"));
  }
}
