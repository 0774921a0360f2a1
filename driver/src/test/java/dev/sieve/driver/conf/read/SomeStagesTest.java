package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.harness.SmallSearch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A conf may have more stages than are run. */
class SomeStagesTest {
  private final List<String> told = new ArrayList<>();

  private SearchConf read(String... settings) {
    return ConfFile.parse(SmallSearch.CONF, "x.conf", List.of(settings), Confs.ENV, told::add);
  }

  @Test
  void stagesThatAreNotListed_areNotRun_andToldSo() {
    SearchConf conf = read("stages=[coarse]");
    assertEquals(List.of("coarse"), conf.stages().stream().map(StageConf::name).toList());
    assertEquals(
        List.of(
            "stage final is not run: search.stages does not list it",
            "stage fine is not run: search.stages does not list it"),
        told.stream().sorted().toList());
    assertEquals(conf, Confs.parse(conf.resolved()));
  }

  /** The stage that has them may be one that is not run. */
  @Test
  void anEnsembleOfWhatNoStageHas_isToldOf() {
    SearchConf conf = read("stages=[coarse, final]", "evaluation.ensemble=repeats");
    assertEquals(
        List.of("search.evaluation.ensemble is repeats, but no stage has repeats above 1"),
        told.stream().filter(line -> !line.startsWith("stage ")).toList());
    assertEquals(conf, Confs.parse(conf.resolved()));
    told.clear();
    read("evaluation.ensemble=repeats", "stage.final.repeats=2");
    assertEquals(List.of(), told);
  }

  @Test
  void aStage_followsFromOneThatIsRun() {
    assertEquals(
        List.of(
            "x.conf: search.stage.fine.narrow.from must be a stage that search.stages lists, but was"
                + " \"coarse\""),
        Confs.problems(SmallSearch.CONF, "stages=[fine]").stream()
            .map(problem -> problem.replaceAll(":\\d+", ""))
            .toList());
  }

  /** Whoever sets keys of a stage wants it. */
  @Test
  void aStageOfSettingsAlone_isMistyped() {
    assertEquals(
        List.of(
            "--set: search.stage.caorse is defined, but search.stages does not list it; did you"
                + " mean coarse?"),
        Confs.problems(SmallSearch.CONF, "stage.caorse.trials=1"));
  }
}
