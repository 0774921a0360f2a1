package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaceReaderTest {
  private static final String SEARCHED = "stage.only.space.l2=[0,0.1,0.2]";

  private static StageConf read(String repeats) {
    SearchConf conf = Confs.parse(Confs.LEAST, SEARCHED, "stage.only.repeats=" + repeats);
    assertEquals(conf, Confs.parse(conf.resolved()), "what is kept says the same");
    return conf.stages().get(0);
  }

  @Test
  void aNumber_isNoRace_andKeptAsItIs() {
    assertEquals(5, read("5").repeats());
    assertFalse(read("5").race());
    assertTrue(
        Confs.parse(Confs.LEAST, SEARCHED, "stage.only.repeats=5")
            .resolved()
            .contains("repeats=5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {most=5,race=true}  | true  | 1
          {most=5,race=false} | false | 5
          {most=5}            | false | 5
          """)
  void mostAndRace_areRead(String repeats, boolean race, int atOnce) {
    StageConf stage = read(repeats);
    assertEquals(5, stage.repeats());
    assertEquals(race, stage.race());
    assertEquals(atOnce, stage.repeatsAtOnce());
    assertEquals(15, stage.trials());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {most=1,race=true}    | repeats.most must be >= 2 in a race: it compares repeats, but was 1
          {race=true}           | repeats.most must be given: the repeats of those that stay in the race
          {most=0,race=true}    | repeats.most must be 1 to 1000, but was 0
          {most=2,race=maybe}   | repeats.race must be true or false, but was "maybe"
          {most=2,races=true}   | repeats.races is not a key; did you mean race?
          """)
  void wrongOnes_areRefused(String repeats, String problem) {
    assertEquals(
        List.of("search.stage.only." + problem),
        Confs.refused(SEARCHED, "stage.only.repeats=" + repeats));
  }

  @Test
  void besideHalving_aRaceIsRefused() {
    assertEquals(
        List.of(
            "search.stage.only.repeats.race must not stand beside halving or median-stopping: they"
                + " prune configurations with all of their repeats"),
        Confs.refused(
            SEARCHED, "stage.only.repeats={most=5,race=true}", "stage.only.halving.factor=3"));
  }

  @ParameterizedTest
  @CsvSource({"confirm", "final"})
  void stagesThatRepeatOthers_haveNoRace(String name) {
    assertEquals(
        List.of(
            "search.stage."
                + name
                + ".repeats must be an integer, but was {\"most\":5,\"race\":true}"),
        Confs.refused(
            SEARCHED,
            "stages=[only," + name + "]",
            "stage." + name + ".repeats={most=5,race=true}"));
  }
}
