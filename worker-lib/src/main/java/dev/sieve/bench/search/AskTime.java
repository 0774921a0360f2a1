package dev.sieve.bench.search;

import dev.sieve.sample.SobolSampler;
import dev.sieve.sample.Streams;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a sampler takes to choose the next points of a long search.
 *
 * @param sampler its name
 * @param seconds of one core, in a JVM that has done the same before
 */
public record AskTime(String sampler, double seconds) {
  /** Results that the sampler has been told. */
  public static final int TOLD = 1000;

  /** Points that it is asked for. */
  public static final int ASKED = 16;

  /** Measures the samplers that learn, on the largest of the continuous surfaces. */
  public static List<AskTime> all() {
    return Contender.all().stream().filter(Contender::learns).map(AskTime::of).toList();
  }

  private static AskTime of(Contender contender) {
    Surface surface =
        Surfaces.all().stream().filter(s -> s.name().equals("cliff-4")).findFirst().orElseThrow();
    Cube cube = surface.cube();
    List<Evaluation> told = new ArrayList<>();
    for (double[] u : new SobolSampler(1).points(TOLD, cube.dimensions())) {
      Point point = cube.snap(u);
      told.add(new Evaluation(point, surface.evaluate(point, Streams.of(1, "noise", told.size()))));
    }
    CubeSampler sampler = contender.maker().over(cube, 1, TOLD + ASKED);
    History history = new History(told);
    sampler.next(history, ASKED);
    long start = System.nanoTime();
    sampler.next(history, ASKED);
    return new AskTime(contender.name(), (System.nanoTime() - start) / 1e9);
  }
}
