package dev.sieve.driver.plan;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.sample.GridSampler;
import dev.sieve.sample.RandomSampler;
import dev.sieve.sample.Streams;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.sample.cube.Point;
import dev.sieve.space.Axes;
import dev.sieve.space.Domain;
import dev.sieve.space.ScheduleShape;
import dev.sieve.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws all configurations of a stage in one round, at random or as a grid, from its space or from
 * what the best of an earlier stage narrow it to. A configuration that is drawn again gets further
 * repeats.
 */
record DrawOnce(long searchSeed, StageConf stage, StagePlan.Search plan) implements Strategy {

  @Override
  public Optional<Round> next(Told told) {
    if (!told.rounds(stage.name()).isEmpty()) {
      return Optional.empty();
    }
    SearchSpace space = NarrowedSpace.of(plan, told);
    Numbering numbering = new Numbering(stage, told.results(stage.name()));
    points(space).forEach(u -> numbering.add(space.at(u), Point.of(u)));
    return Optional.of(
        new Round(numbering.trials(), space, MovedBounds.ofStage(plan, told, space)));
  }

  private List<double[]> points(SearchSpace space) {
    if (plan.sampler() == SamplerName.GRID) {
      return space.shapes().stream().flatMap(shape -> grid(space, shape)).toList();
    }
    long seed = Streams.seed(searchSeed, "points", stage.name());
    return List.of(new RandomSampler(seed).points(plan.configurations(), Axes.DIMENSIONS));
  }

  /** Returns the grid of the part of {@code space} whose learning rates have one shape. */
  private static Stream<double[]> grid(SearchSpace space, ScheduleShape shape) {
    List<Integer> levels = space.of(shape).cube().stream().map(Domain::levels).toList();
    GridSampler grid = new GridSampler(levels);
    double schedule = space.domain(Axes.SCHEDULE).unit(shape);
    return Arrays.stream(grid.points(grid.size(), Axes.DIMENSIONS))
        .map(u -> with(u, Axes.SCHEDULE.coordinate(), schedule));
  }

  private static double[] with(double[] u, int coordinate, double value) {
    double[] other = u.clone();
    other[coordinate] = value;
    return other;
  }
}
