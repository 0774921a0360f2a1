package dev.sieve.bench.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.sample.Streams;
import dev.sieve.sample.ask.AskTell;
import dev.sieve.sample.ask.Asked;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Samplers that learn are told what other searches of the same surface have found. */
class WarmStartTest {
  private static final Surface SURFACE = Surfaces.all().get(0);
  private static final Yardstick UNIT = Yardstick.of(SURFACE);
  private static final int SEEDS = 15;
  private static final int BATCH = 8;

  /** What 24 random trials of another search have found, all of it off by {@code offset}. */
  private static List<Evaluation> earlier(long seed, double offset) {
    List<Evaluation> found = new ArrayList<>();
    for (Point point : SamplerName.RANDOM.over(SURFACE.cube(), seed, 24).next(History.EMPTY, 24)) {
      Outcome outcome = SURFACE.evaluate(point, Streams.of(seed, "noise", found.size()));
      found.add(
          new Evaluation(
              point,
              outcome instanceof Outcome.Score score
                  ? new Outcome.Score(rounded(score.value()) + offset, score.variance())
                  : outcome));
    }
    return found;
  }

  /** Sums of such numbers are exact, so that an offset changes no last digit. */
  private static double rounded(double score) {
    return Math.rint(score * 65_536) / 65_536;
  }

  private static List<Point> firstPoints(
      SamplerName sampler, long seed, List<List<Evaluation>> learned) {
    AskTell search =
        new AskTell(sampler.over(SURFACE.cube(), seed, 40), new History(List.of(), learned));
    return search.ask(BATCH).stream().map(Asked::point).toList();
  }

  private static double meanRegret(SamplerName sampler, boolean warm) {
    double sum = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<List<Evaluation>> learned = warm ? List.of(earlier(100 + seed, -0.125)) : List.of();
      Point best =
          firstPoints(sampler, seed, learned).stream()
              .max(Comparator.comparingDouble(SURFACE::mean))
              .orElseThrow();
      sum += UNIT.regret(SURFACE, best);
    }
    return sum / SEEDS;
  }

  @ParameterizedTest
  @EnumSource(names = {"GP", "TPE"})
  void firstBatch_ofASearchThatLearns_isBetterThanAStart(SamplerName sampler) {
    double cold = meanRegret(sampler, false);
    double warm = meanRegret(sampler, true);
    assertTrue(warm < cold / 2, () -> "regret " + warm + " after " + cold);
  }

  @ParameterizedTest
  @EnumSource(names = {"GP", "TPE"})
  void offsetOfAnotherSearch_changesNothing(SamplerName sampler) {
    List<Point> points = firstPoints(sampler, 7, List.of(earlier(3, 0)));
    assertEquals(points, firstPoints(sampler, 7, List.of(earlier(3, 0.25))));
    assertEquals(points, firstPoints(sampler, 7, List.of(earlier(3, -0.5))));
    assertNotEquals(points, firstPoints(sampler, 7, List.of(earlier(4, 0))));
  }

  /** Which of the points of two searches are good is told by their own level alone. */
  @ParameterizedTest
  @EnumSource(names = {"GP", "TPE"})
  void eachSearch_hasItsOwnOffset(SamplerName sampler) {
    List<Point> points = firstPoints(sampler, 7, List.of(earlier(3, 0), earlier(4, 0)));
    assertEquals(points, firstPoints(sampler, 7, List.of(earlier(3, 0), earlier(4, 0.25))));
  }

  @ParameterizedTest
  @EnumSource(names = {"GP", "TPE"})
  void learnedPoints_areNoTrials(SamplerName sampler) {
    List<Evaluation> learned = earlier(3, 0);
    AskTell search =
        new AskTell(sampler.over(SURFACE.cube(), 7, 40), new History(List.of(), List.of(learned)));
    List<Asked> asked = search.ask(3);
    assertEquals(List.of(0, 1, 2), asked.stream().map(Asked::trial).toList());
    assertEquals(3, search.history().size());
    asked.forEach(one -> search.tell(one.trial(), Outcome.score(0.5)));
    assertEquals(List.of(learned), search.history().learned());
    assertEquals(3, search.history().scored());
    assertTrue(search.history().scores() > 3);
  }

  /** The start has 16 points, or 10: of a few scores, the sampler still spreads the others. */
  @ParameterizedTest
  @EnumSource(names = {"GP", "TPE"})
  void fewScores_shortenTheStart(SamplerName sampler) {
    List<Evaluation> few = earlier(3, 0).stream().filter(Evaluation::scored).limit(4).toList();
    List<Point> start = firstPoints(sampler, 7, List.of());
    List<Point> shortened = firstPoints(sampler, 7, List.of(few));
    int kept = sampler == SamplerName.GP ? 8 : 6;
    assertEquals(start.subList(0, kept), shortened.subList(0, kept));
  }

  /** More than a process can be fitted to: a search's own evaluations come first. */
  @ParameterizedTest
  @EnumSource(names = {"GP", "TPE"})
  void thousandsOfLearnedPoints_areThinned(SamplerName sampler) {
    List<List<Evaluation>> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(earlier(i, 0));
    }
    assertEquals(BATCH, new HashSet<>(firstPoints(sampler, 7, many)).size());
  }
}
