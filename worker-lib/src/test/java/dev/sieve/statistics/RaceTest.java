package dev.sieve.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaceTest {
  private static final double SEEDS = 0.005; // deviation of a training

  @Test
  void oneRepeat_tellsNothing() {
    Race race = new Race(3, 5, 0);
    assertEquals(
        List.of(false, false, false), race.leave(List.of(List.of(.5), List.of(.1), List.of(.4))));
  }

  @Test
  void oneConfiguration_orNone_neverLeaves() {
    Race race = new Race(3, 5, 0);
    assertEquals(List.of(false), race.leave(List.of(List.of(.5, .6))));
    assertEquals(List.of(), race.leave(List.of()));
  }

  /** Repeats that differ by a hundredth in both rows alike: 0.3 apart is no noise. */
  @Test
  void whatAllHaveInCommon_isNoNoise() {
    List<List<Double>> rows =
        List.of(
            List.of(.500, .600, .550),
            List.of(.201, .299, .250),
            List.of(.496, .598, .560),
            List.of(.499, .602, .541));
    assertEquals(List.of(false, true, false, false), new Race(4, 5, 0).leave(rows));
  }

  /** Of 20 images, a step of 0.05 may be chance, even if all repeats agree. */
  @Test
  void differencesOfOneImage_areNotBelieved() {
    List<List<Double>> rows = List.of(List.of(.50, .50), List.of(.45, .45), List.of(.45, .45));
    assertTrue(new Race(3, 5, 0).leave(rows).contains(true));
    assertFalse(new Race(3, 5, 0.05).leave(rows).contains(true));
  }

  @Test
  void comparisons_areThoseOfAllRepeats() {
    assertEquals(39 * 4, new Race(40, 5, 0).comparisons());
    assertEquals(1, new Race(1, 5, 0).comparisons());
    assertThrows(IllegalArgumentException.class, () -> new Race(40, 1, 0));
  }

  /**
   * The truly best leaves in less than one race in ten, also where nothing is between them, or the
   * bad ones are noisier; where configurations differ by more than noise, trainings are saved.
   *
   * @param apart deviation of the true accuracies, in deviations of a training
   * @param noisier how much more the worst differ than the best
   * @param saved share of the trainings, at least
   */
  @ParameterizedTest
  @CsvSource({
    "40, 0,  1, 0",
    "40, 1,  1, .15",
    "40, 3,  1, .45",
    "40, 10, 1, .55",
    "40, 10, 3, .55",
    "8,  3,  1, .35",
    "8,  10, 2, .3",
    "3,  5,  1, .25"
  })
  void theTrulyBest_staysInNineRacesOfTen(
      int configurations, double apart, double noisier, double saved) {
    RandomStream random = new RandomStream(1);
    int races = 500;
    int kept = 0;
    int trained = 0;
    for (int i = 0; i < races; i++) {
      Simulated race = new Simulated(configurations, apart, noisier, random);
      race.run(5);
      kept += race.keepsBest() ? 1 : 0;
      trained += race.trainings;
    }
    double share = 1 - trained / (5.0 * races * configurations);
    assertTrue(kept >= 0.9 * races, kept + " of " + races);
    assertTrue(share >= saved, "saved " + share);
  }

  private static final class Simulated {
    private final RandomStream random;
    private final double[] truth;
    private final double noisier;
    private final List<List<Double>> rows = new ArrayList<>();
    private List<Integer> in;
    private int trainings;

    Simulated(int configurations, double apart, double noisier, RandomStream random) {
      this.random = random;
      this.noisier = noisier;
      this.truth = new double[configurations];
      for (int i = 0; i < configurations; i++) {
        truth[i] = 0.5 + apart * SEEDS * random.nextGaussian();
        rows.add(new ArrayList<>());
      }
      this.in = IntStream.range(0, configurations).boxed().toList();
    }

    void run(int repeats) {
      Race race = new Race(truth.length, repeats, 0.0002);
      for (int repeat = 0; repeat < repeats; repeat++) {
        double shared = 2 * SEEDS * random.nextGaussian();
        for (int i : in) {
          double noise = SEEDS * (truth[i] < 0.5 ? noisier : 1) * random.nextGaussian();
          rows.get(i).add(truth[i] + shared + noise);
          trainings++;
        }
        List<Integer> now = in;
        List<Boolean> leave = race.leave(now.stream().map(rows::get).toList());
        in = IntStream.range(0, now.size()).filter(k -> !leave.get(k)).mapToObj(now::get).toList();
      }
    }

    boolean keepsBest() {
      int best =
          Collections.max(
              IntStream.range(0, truth.length).boxed().toList(),
              (a, b) -> Double.compare(truth[a], truth[b]));
      return in.contains(best);
    }
  }
}
