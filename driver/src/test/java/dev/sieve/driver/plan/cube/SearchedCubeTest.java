package dev.sieve.driver.plan.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.sample.RandomStream;
import dev.sieve.sample.Streams;
import dev.sieve.sample.cube.CubeAxis;
import dev.sieve.sample.cube.Point;
import dev.sieve.space.Axes;
import dev.sieve.space.Candidate;
import dev.sieve.space.SearchSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchedCubeTest {

  private static SearchSpace space(String searched) {
    return LocalSearch.of(
            "stages = [only]\nstage.only { sampler = random, trials = 1, space { %s } }"
                .formatted(searched))
        .conf()
        .stages()
        .get(0)
        .plan()
        .space();
  }

  private static List<String> kinds(String searched) {
    return new SearchedCube(space(searched))
        .cube().axes().stream()
            .map(axis -> axis.getClass().getSimpleName() + " " + axis.levels())
            .toList();
  }

  @Test
  void axes_areWhatIsSearched_ofTheirKind_inTheOrderOfCoordinates() {
    assertEquals(
        List.of("Continuous 0", "Ordered 2", "Choice 3", "Ordered 4"),
        kinds(
            "shift { integer = [0, 3] }, batch-size = [20, 10], l2 { uniform = [0, 1] },"
                + " hidden = [[3], [2, 2], none]"));
  }

  @Test
  void listsOfNumbers_rise() {
    SearchSpace space = space("l2 = [0.1, 0.001, 0.01]");
    SearchedCube cube = new SearchedCube(space);
    List<Double> levels =
        cube.cube().configurations().stream()
            .map(point -> at(space, cube, point).get(Axes.L2))
            .toList();
    assertEquals(List.of(0.001, 0.01, 0.1), levels);
  }

  private static Candidate at(SearchSpace space, SearchedCube cube, Point point) {
    return space.at(cube.drawn(point).toArray());
  }

  @Test
  void pointsOfSpaceAndCube_areTheSame_thereAndBack() {
    SearchSpace space =
        space(
            "shift { integer = [0, 6] }, shift-fill = [zero, edge], batch-size = [20, 30, 10],"
                + " l2 { log-uniform = [1e-5, 1] }, hidden = [[3], [2, 2], none]");
    SearchedCube cube = new SearchedCube(space);
    RandomStream stream = Streams.of(1, "test");
    for (int i = 0; i < 200; i++) {
      double[] u = new double[cube.cube().dimensions()];
      for (int axis = 0; axis < u.length; axis++) {
        u[axis] = stream.nextDouble();
      }
      Point point = cube.cube().snap(u);
      assertEquals(point, cube.seen(cube.drawn(point)));
    }
  }

  @Test
  void fillOfAShift_countsOnlyWhereThereIsOne() {
    SearchSpace space = space("shift { integer = [0, 2] }, shift-fill = [zero, edge]");
    SearchedCube cube = new SearchedCube(space);
    Set<Point> all = cube.cube().configurations();
    assertEquals(5, all.size());
    Set<Candidate> candidates = new HashSet<>();
    all.forEach(point -> candidates.add(at(space, cube, point)));
    assertEquals(5, candidates.size());
  }

  @Test
  void spaceThatSearchesNothing_hasOneConfiguration() {
    SearchedCube cube = new SearchedCube(space(""));
    assertEquals(1, cube.cube().configurations().size());
    assertTrue(cube.cube().axes().get(0) instanceof CubeAxis.Choice);
  }
}
