package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.ChooseBy;
import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.conf.Sampling;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.sample.ask.SamplerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SamplingReaderTest {
  private static final String RANGE = "stage.only.space.l2.uniform=[0,1]";

  private static Sampling sampling(SearchConf conf) {
    return ((StagePlan.Search) conf.stages().get(conf.stages().size() - 1).plan()).sampling();
  }

  @ParameterizedTest
  @EnumSource(names = "GRID", mode = EnumSource.Mode.EXCLUDE)
  void aSamplerThatIsNamed_isTaken(SamplerName name) {
    SearchConf conf =
        Confs.parse(Confs.LEAST, RANGE, "stage.only.trials=9", "stage.only.sampler=" + name.text());
    assertEquals(name, sampling(conf).sampler());
    assertEquals(conf, Confs.parse(conf.resolved()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500 | {l2.uniform=[0,1]}                                                 | GP
          501 | {l2.uniform=[0,1]}                                                 | TPE
          9   | {l2.uniform=[0,1],dropout=[0,0.1]}                                 | GP
          9   | {l2.uniform=[0,1],dropout=[0,0.1],batch-size=[50,100]}             | TPE
          8   | {l2=[0,1],dropout=[0,0.1],batch-size=[50,100]}                     | GRID
          9   | {batch-size.integer=[50,100]}                                      | GP
          """)
  void auto_choosesByTrialsAndLists(int trials, String space, SamplerName chosen) {
    SearchConf conf =
        Confs.parse(Confs.LEAST, "stage.only.trials=" + trials, "stage.only.space=" + space);
    assertEquals(chosen, sampling(conf).sampler());
    assertEquals(conf, Confs.parse(conf.resolved()), "the choice stands in what is kept");
    assertEquals(
        conf.identity(),
        Confs.parse(
                Confs.LEAST,
                "stage.only.trials=" + trials,
                "stage.only.space=" + space,
                "stage.only.sampler=" + chosen.text())
            .identity());
  }

  @Test
  void aNarrowedStageOfLists_isNoGrid() {
    SearchConf conf =
        Confs.parse(
            Confs.LEAST + "search { stages = [only, fine], stage.fine.trials = 2 }",
            "stage.only.space.l2=[0,1]",
            "stage.fine.narrow={from=only,best=2}");
    assertEquals(SamplerName.TPE, sampling(conf).sampler());
  }

  @Test
  void whatAutoChooses_isToldWithItsReason(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.conf"), Confs.LEAST);
    List<String> told = new ArrayList<>();
    ConfFile.read(file, List.of(RANGE, "stage.only.trials=9"), Confs.ENV, told::add);
    assertEquals(
        List.of("search.stage.only.sampler is gp: at most 500 trials, and ranges alone"), told);
    told.clear();
    ConfFile.read(
        file, List.of(RANGE, "stage.only.trials=9", "stage.only.sampler=gp"), Confs.ENV, told::add);
    ConfFile.read(file, List.of(), Confs.ENV, told::add); // nothing is searched
    assertEquals(List.of(), told);
  }

  /** Runs of before these keys existed name neither, and go on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"random | 9 | {l2.uniform=[0,1]}", "grid | 2 | {l2=[0,1]}"})
  void whatDoesNotLearn_hasNoNewKeyInItsIdentity(String sampler, int trials, String space) {
    String[] old = {
      "stage.only.sampler=" + sampler, "stage.only.trials=" + trials, "stage.only.space=" + space
    };
    Map<String, String> identity = Confs.parse(Confs.LEAST, old).identity().values();
    assertTrue(identity.containsKey("search.stage.only.sampler"));
    assertTrue(
        identity.keySet().stream().noneMatch(key -> key.matches(".*\\.(batch|choose)")),
        identity.toString());
    List<String> mean = new ArrayList<>(List.of(old));
    mean.addAll(List.of("stage.only.choose=mean", "stage.only.batch=3"));
    assertEquals(
        identity, Confs.parse(Confs.LEAST, mean.toArray(String[]::new)).identity().values());
  }

  @Test
  void whatLearns_asksInBatches_andChoosesByThePosteriorMean() {
    String[] gp = {RANGE, "stage.only.trials=40", "stage.only.sampler=gp"};
    assertEquals(
        new Sampling(SamplerName.GP, 16, ChooseBy.POSTERIOR_MEAN),
        sampling(Confs.parse(Confs.LEAST, gp)));
    List<String> set = new ArrayList<>(List.of(gp));
    set.addAll(List.of("stage.only.batch=8", "stage.only.choose=mean"));
    SearchConf conf = Confs.parse(Confs.LEAST, set.toArray(String[]::new));
    assertEquals(new Sampling(SamplerName.GP, 8, ChooseBy.MEAN), sampling(conf));
    assertEquals(
        List.of("search.stage.only.batch", "search.stage.only.choose"),
        conf.identity().differingKeys(Confs.parse(Confs.LEAST, gp).identity()));
    assertEquals(conf, Confs.parse(conf.resolved()));
  }

  @Test
  void rounds_areThoseOfSobol_andStandInTheIdentityWhereThereAreMore() {
    String[] one = {RANGE, "stage.only.trials=9", "stage.only.sampler=sobol"};
    List<String> three = new ArrayList<>(List.of(one));
    three.addAll(List.of("stage.only.rounds=3", "stage.only.outside=0.2"));
    SearchConf conf = Confs.parse(Confs.LEAST, three.toArray(String[]::new));
    assertEquals(new Sampling(SamplerName.SOBOL, 9, ChooseBy.MEAN, 3, 0.2), sampling(conf));
    assertEquals(
        List.of("search.stage.only.outside", "search.stage.only.rounds"),
        conf.identity().differingKeys(Confs.parse(Confs.LEAST, one).identity()));
    assertEquals(conf, Confs.parse(conf.resolved()));
    assertEquals(
        SamplerName.SOBOL,
        sampling(Confs.parse(Confs.LEAST, RANGE, "stage.only.trials=9", "stage.only.rounds=2"))
            .sampler());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stage.only.sampler=gp, stage.only.rounds=3 | must be sobol or auto where rounds is above 1",
        "stage.only.rounds=10 | must be at most the 9 trials of the stage",
        "stage.only.rounds=0 | must be >= 1",
        "stage.only.rounds=2, stage.only.outside=1.5 | must be in [0, 1]"
      })
  void roundsThatDoNotFit_areRefused(String settings, String rule) {
    List<String> all = new ArrayList<>(List.of(RANGE, "stage.only.trials=9"));
    all.addAll(List.of(settings.split(", ")));
    ConfException e =
        assertThrows(
            ConfException.class, () -> Confs.parse(Confs.LEAST, all.toArray(String[]::new)));
    assertTrue(e.getMessage().contains(rule), e.getMessage());
  }

  @Test
  void anyStage_mayChooseByThePosteriorMean() {
    SearchConf conf =
        Confs.parse(
            Confs.LEAST,
            RANGE,
            "stage.only.trials=9",
            "stage.only.sampler=random",
            "stage.only.choose=posterior-mean");
    assertEquals(new Sampling(SamplerName.RANDOM, 9, ChooseBy.POSTERIOR_MEAN), sampling(conf));
    assertEquals(conf, Confs.parse(conf.resolved()));
  }

  @Test
  void moreTrialsThanTheSpaceHasConfigurations_areRefusedWhereNoneIsTakenTwice() {
    String[] settings = {
      "stage.only.sampler=gp", "stage.only.trials=7", "stage.only.space.shift.integer=[0,5]"
    };
    assertEquals(
        List.of(
            "search.stage.only.trials must be at most the 6 configurations of the space, since gp"
                + " takes none twice, but was 7"),
        Confs.refused(settings));
    settings[0] = "stage.only.sampler=random";
    assertEquals(7, Confs.parse(Confs.LEAST, settings).stages().get(0).trials());
  }

  @Test
  void stopWhen_isReadWhereTheSamplerLearns_andWrittenOnlyThen() {
    SearchConf conf =
        Confs.parse(
            Confs.LEAST,
            RANGE,
            "stage.only.sampler=tpe",
            "stage.only.trials=9",
            "stage.only.stop-when=no-gain");
    assertTrue(conf.stages().get(0).stopsWithoutGain());
    assertEquals(conf, Confs.parse(conf.resolved()), "what is kept says the same");
    assertFalse(
        Confs.parse(Confs.LEAST, RANGE, "stage.only.trials=9").resolved().contains("stop-when"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stage.only.sampler=sobol     | stage.only.stop-when must be none where the sampler is sobol, which expects nothing: gp and tpe do, but was "no-gain"
          stage.only.rounds=3          | stage.only.stop-when must be none where the sampler is sobol, which expects nothing: gp and tpe do, but was "no-gain"
          evaluation.metric=loss       | evaluation.metric must be accuracy where stop-when of a stage is no-gain, but was "loss"
          stage.only.stop-when=noise   | stage.only.stop-when must be one of none, no-gain, but was "noise"
          """)
  void stopWhen_isRefusedWhereNothingIsExpected(String setting, String problem) {
    assertEquals(
        List.of("search." + problem),
        Confs.refused(RANGE, "stage.only.trials=9", "stage.only.stop-when=no-gain", setting));
  }
}
