package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.conf.ConfProblem;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key data.components, and what cannot be had beside it. */
class ComponentsTest {
  private static final String STAGES =
      """
      search {
        data { source = synthetic, train = 40, validation = 20, synthetic.train = 60 }
        training { batch-size = 10, epochs = 1, flip = 0.5, input-dropout = 0.1 }
        stages = [coarse, fine, final]
        stage.coarse { trials = 2, space.l2 { log-uniform = [1e-5, 1e-1] } }
        stage.fine { trials = 2, narrow { from = coarse, best = 2 } }
      }
      """;

  private static SearchConf parse(String... settings) {
    return ConfFile.parse(STAGES, "x.conf", List.of(settings), Map.of());
  }

  private static List<Optional<Integer>> components(String... settings) {
    return parse(settings).stages().stream().map(StageConf::components).toList();
  }

  private static List<String> problems(String... settings) {
    ConfException refused = assertThrows(ConfException.class, () -> parse(settings));
    return refused.problems().stream().map(ConfProblem::text).toList();
  }

  @Test
  void noStage_hasThem_unlessAConfSaysSo() {
    assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty()), components());
    assertFalse(parse().resolved().contains("components"));
  }

  @Test
  void allStages_haveThoseOfTheSearch_butFinal() {
    assertEquals(
        List.of(Optional.of(25), Optional.of(25), Optional.empty()),
        components("data.components=25"));
  }

  @Test
  void eachStage_mayHaveItsOwn() {
    assertEquals(
        List.of(Optional.of(25), Optional.empty(), Optional.of(9)),
        components(
            "data.components=25",
            "stage.fine.data.components=none",
            "stage.final.data.components=9"));
  }

  @Test
  void resolvedConf_saysTheSame_andTheirNumberIsIdentity() {
    SearchConf conf = parse("data.components=25");
    SearchConf again = ConfFile.parse(conf.resolved(), "x.conf", List.of(), Map.of());
    assertEquals(conf, again);
    assertEquals(
        List.of("search.stage.coarse.data.components", "search.stage.fine.data.components"),
        conf.identity().differingKeys(parse().identity()));
  }

  @ParameterizedTest
  @CsvSource({"0", "-3", "2.5", "many", "[3]"})
  void numbersBelowOne_andOtherThings_areRefused(String value) {
    List<String> problems = problems("data.components=" + value);
    assertTrue(
        problems
            .get(0)
            .contains(
                "data.components must be a number of components >= 1, or the word none, but was "),
        problems.get(0));
  }

  @ParameterizedTest
  @CsvSource({"shift, 2", "noise, 0.1", "cutout, 4"})
  void whatChangesSingleInputs_isRefusedByName(String key, String value) {
    List<String> problems =
        problems("data.components=25", "stage.fine.training." + key + "=" + value);
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(
        problems
            .get(0)
            .matches(
                ".*%s must be 0(\\.0)? where data.components is given: it changes single inputs, but was %s"
                    .formatted(key, value)),
        problems.get(0));
  }
}
