package dev.sieve.driver.conf.read;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.Halving;
import dev.sieve.driver.conf.MedianStopping;
import dev.sieve.driver.conf.SearchConf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 45,000 images in batches of 100: 450 updates an epoch. */
class HalvingReaderTest {
  private static final String CYCLES_OF_FOUR = "training.schedule={type=triangular,half-cycle=900}";

  private static String epochs(int epochs) {
    return "training.epochs=" + epochs;
  }

  private static String halving(String keys) {
    return "stage.only.halving={" + keys + "}";
  }

  private static Halving read(String... settings) {
    SearchConf conf = Confs.parse(Confs.LEAST, settings);
    assertEquals(conf, Confs.parse(conf.resolved()), "what is kept says the same");
    return (Halving) conf.stages().get(0).pruner().orElseThrow();
  }

  @Test
  void withoutTheSection_nothingIsPruned() {
    assertTrue(Confs.parse(Confs.LEAST).stages().get(0).pruner().isEmpty());
    assertFalse(Confs.parse(Confs.LEAST).resolved().contains("halving"));
  }

  @Test
  void rungsThatAreGiven_areTaken() {
    assertEquals(
        new Halving(List.of(4, 8, 16), 0.25, 0.1),
        read(epochs(16), CYCLES_OF_FOUR, halving("rungs=[4,8,16],keep=1/4,audit=0.1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          triangular,half-cycle=900                  | 16 | 3 | 8,16
          triangular,half-cycle=900                  | 24 | 3 | 8,24
          triangular,half-cycle=900                  | 36 | 3 | 8,36
          triangular,half-cycle=900                  | 72 | 3 | 8,24,72
          triangular,half-cycle=900                  | 32 | 2 | 8,16,32
          triangular,half-cycle=900                  | 6  | 3 | 4,6
          triangular,half-cycle="2*floor(n/batch)"   | 24 | 3 | 8,24
          triangular,half-cycle=500                  | 60 | 3 | 40,60
          constant                                   | 27 | 3 | 3,9,27
          linear-decay                               | 10 | 3 | 1,3,10
          cosine,warm-up=2                           | 10 | 3 | 3,10
          """)
  void byDefault_theFirstRungHoldsTwoCycles(String schedule, int epochs, int factor, String rungs) {
    Halving halving =
        read(
            epochs(epochs),
            "training.schedule={type=" + schedule + "}",
            halving("factor=" + factor));
    assertEquals(rungs, String.join(",", halving.rungs().stream().map(String::valueOf).toList()));
    assertEquals(1.0 / factor, halving.keep());
    assertEquals(0.05, halving.audit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rungs=[6,16]       | halving.rungs must hold whole cycles of the learning rate, of 4 epochs; the nearest that do are [8, 16], but was [6,16]
          rungs=[5,11,16]    | halving.rungs must hold whole cycles of the learning rate, of 4 epochs; the nearest that do are [4, 12, 16], but was [5,11,16]
          rungs=[4,8]        | halving.rungs must end with the 16 epochs of a trial, but was [4,8]
          rungs=[8,4,16]     | halving.rungs must be >= 1, and rise, but was [8,4,16]
          rungs=[16]         | halving.rungs must be at least two, but was [16]
          rungs=[8,16],factor=2 | halving.factor must not stand beside rungs, which say the same
          factor=1           | halving.factor must be >= 2, but was 1
          keep=1             | halving.keep must be above 0 and below 1, such as 1/3, but was 1
          brackets=4         | halving.brackets must be at most the 2 rungs, but was 4
          brackets=0         | halving.brackets must be >= 1, but was 0
          audit=2            | halving.audit must be in [0, 1], but was 2
          """)
  void wrongOnes_areRefused(String keys, String problem) {
    assertEquals(
        List.of("search.stage.only." + problem),
        Confs.refused(epochs(16), CYCLES_OF_FOUR, halving(keys)));
  }

  @Test
  void whatHasNoRung_isRefused() {
    assertEquals(
        List.of(
            "search.stage.only.halving needs an epoch before the last of 4 with which a"
                + " cycle of the learning rate ends, whatever the half-cycle and the batch size"),
        Confs.refused(epochs(4), CYCLES_OF_FOUR, halving("")));
    assertEquals(
        List.of(
            "search.stage.only.halving must not stand beside a search of epochs: rungs are numbers"
                + " of them"),
        Confs.refused("stage.only.space.epochs=[8,16]", halving("")));
  }

  @Test
  void whereCyclesEnd_dependsOnAllThatIsSearched() {
    assertEquals(
        List.of(12, 24),
        read(
                epochs(24),
                "training.schedule.type=triangular",
                "stage.only.space.schedule.half-cycle=[450,675]",
                halving(""))
            .rungs());
  }

  @Test
  void brackets_beginAtLaterRungs_withFewerConfigurations() {
    Halving halving =
        read(epochs(16), CYCLES_OF_FOUR, halving("rungs=[4,8,16],keep=1/2,brackets=3"));
    assertEquals(3, halving.brackets());
    // 4 + 1/2 4 + 1/4 8, 8 + 1/2 8, and 16 epochs a configuration.
    assertEquals(
        Map.of(4, 12L, 8, 8L, 16, 6L),
        halving.firstRungs(26).stream().collect(groupingBy(rung -> rung, counting())));
    assertFalse(
        Confs.parse(Confs.LEAST, epochs(16), CYCLES_OF_FOUR, halving(""))
            .resolved()
            .contains("brackets"));
  }

  private static MedianStopping median(String... settings) {
    SearchConf conf = Confs.parse(Confs.LEAST, settings);
    assertEquals(conf, Confs.parse(conf.resolved()), "what is kept says the same");
    return (MedianStopping) conf.stages().get(0).pruner().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          triangular,half-cycle=900 | 16 |           | 8,12,16
          triangular,half-cycle=900 | 24 | every=8   | 16,24
          triangular,half-cycle=900 | 6  |           | 4,6
          constant                  | 30 |           | 6,9,12,15,18,21,24,27,30
          constant                  | 8  | every=2   | 4,6,8
          """)
  void medianStopping_isAtTheEndsOfCycles(String schedule, int epochs, String keys, String rungs) {
    MedianStopping median =
        median(
            epochs(epochs),
            "training.schedule={type=" + schedule + "}",
            "stage.only.median-stopping={" + (keys == null ? "" : keys) + "}");
    assertEquals(rungs, String.join(",", median.rungs().stream().map(String::valueOf).toList()));
    assertEquals(5, median.earlier());
    assertEquals(0.05, median.audit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every=6     | triangular,half-cycle=900 | .every must hold whole cycles of the learning rate, of 4 epochs; the nearest that does is 8, but was 6
          every=16    | triangular,half-cycle=900 | .every must be below the 16 epochs of a trial, but was 16
          earlier=0   | constant                  | .earlier must be >= 1, but was 0
          every=2     | cosine                    | ' must not stand beside a learning rate that depends on the budget, with which trials begin anew at each rung; halving has fewer rungs'
          rungs=[8]   | constant                  | .rungs is not a key; known: every, earlier, audit
          """)
  void medianStopping_thatCannotBe_isRefused(String keys, String schedule, String problem) {
    assertEquals(
        List.of("search.stage.only.median-stopping" + problem),
        Confs.refused(
            epochs(16),
            "training.schedule={type=" + schedule + "}",
            "stage.only.median-stopping={" + keys + "}"));
  }

  @Test
  void twoRulesOfPruning_areOneTooMany() {
    assertEquals(
        List.of(
            "search.stage.only.median-stopping must not stand beside halving, which prunes, too"),
        Confs.refused(
            epochs(16), CYCLES_OF_FOUR, halving(""), "stage.only.median-stopping={every=4}"));
  }
}
