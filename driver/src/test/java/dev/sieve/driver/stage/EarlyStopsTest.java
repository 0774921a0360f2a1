package dev.sieve.driver.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.harness.LocalSearch;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An epoch has four updates. */
class EarlyStopsTest {
  private static final String STAGE = "stages = [only]\nstage.only.space.l2 = [0, 0.1]\n";
  private static final String TRIANGLE = "training.schedule.type=triangular";

  private static List<String> told(String... settings) {
    SearchConf conf =
        LocalSearch.of(
                STAGE,
                Stream.concat(
                        Stream.of("training.epochs=6", "evaluation.early-stopping.patience=3"),
                        Stream.of(settings))
                    .toArray(String[]::new))
            .conf();
    return EarlyStops.insideCycles(
            conf, new StageData(conf, LocalSearch.IMAGES).of(conf.stages().get(0)))
        .stream()
        .toList();
  }

  private static void assertToldOf(int measurements, String... settings) {
    assertEquals(
        List.of(
            "only: a cycle of the learning rate takes up to "
                + measurements
                + " measurements, and evaluation.early-stopping.patience = 3 may stop a trial inside it"),
        told(settings));
  }

  @Test
  void cyclesThatPatienceDoesNotSpan_areToldOf() {
    assertToldOf(4, TRIANGLE, "training.schedule.half-cycle=8");
    assertToldOf(4, TRIANGLE, "training.schedule.half-cycle=\"2*floor(n/batch)\"");
    assertToldOf(6, "training.schedule.type=cosine");
    assertToldOf(8, TRIANGLE, "training.schedule.half-cycle=4", "evaluation.interval=1");
    assertToldOf(6, TRIANGLE, "stage.only.space.schedule.half-cycle=[2, 12]");
  }

  @ParameterizedTest
  @CsvSource({"6, 0", "4, 0", "24, 0", "8, 4"})
  void cyclesThatPatienceSpans_areNot(int halfCycle, int patience) {
    assertEquals(
        List.of(),
        told(
            TRIANGLE,
            "training.schedule.half-cycle=" + halfCycle,
            "evaluation.early-stopping.patience=" + patience));
    assertEquals(List.of(), told(TRIANGLE, "training.schedule.half-cycle=6"));
    assertEquals(List.of(), told("training.schedule.type=constant"));
  }

  @Test
  void searches_sayItOnce() {
    LocalSearch search =
        LocalSearch.of(
            STAGE,
            TRIANGLE,
            "training.epochs=2",
            "training.schedule.half-cycle=4",
            "evaluation.early-stopping.patience=1");
    search.run("early", LocalSearch.executor(1));
    assertEquals(
        1, search.heard().stream().filter(line -> line.contains("early-stopping")).count());
  }
}
