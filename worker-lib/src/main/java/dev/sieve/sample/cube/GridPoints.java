package dev.sieve.sample.cube;

import static dev.sieve.Checks.require;

import java.util.ArrayList;
import java.util.List;

/**
 * Every configuration of a cube without continuous axes, once, in the order of {@link
 * dev.sieve.sample.GridSampler}.
 */
public record GridPoints(Cube cube) implements CubeSampler {

  public GridPoints {
    require(
        cube.cells().isPresent(),
        "a grid",
        "must have axes of counted levels, and at most 65536 points",
        cube.axes());
  }

  @Override
  public List<Point> next(History history, int count) {
    List<Point> next = new ArrayList<>();
    Remaining.fill(cube, history.points(), next, count);
    return List.copyOf(next);
  }
}
