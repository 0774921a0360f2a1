package dev.sieve.sample.box;

import static dev.sieve.Checks.require;

import dev.sieve.Rule;
import dev.sieve.sample.SobolSampler;
import dev.sieve.sample.Streams;
import dev.sieve.sample.cube.Cube;
import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Point;
import dev.sieve.sample.cube.Remaining;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches the whole cube first, and then, round by round, a box around the best so far: see {@link
 * Narrowed}. Points are scrambled Sobol points of the box. Each earlier point in the box takes the
 * place of the nearest of these, since it tells as much. A share of each later round is spread over
 * the whole cube, so that no early mistake is final. After the sequential uniform designs of Yang
 * and Zhang, "Hyperparameter Optimization via Sequential Uniform Designs", JMLR 22, 2021.
 *
 * @param seed of all points
 * @param budget of all trials
 * @param rounds among which these are shared evenly, at least 1
 * @param outside share of the trials of each round but the first that the box does not bind
 */
public record CoarseToFine(Cube cube, long seed, int budget, int rounds, double outside)
    implements CubeSampler {
  /** Drawing meets nothing but used configurations for so long: the box is given up. */
  private static final int PATIENCE = 64;

  public CoarseToFine {
    require(budget >= 1, "budget", "must be >= 1", budget);
    require(1 <= rounds && rounds <= budget, "rounds", "must be 1 to " + budget, rounds);
    Rule.PROBABILITY.require("outside", outside);
  }

  /** Returns the next points of the round: no more, since the next box depends on results. */
  @Override
  public List<Point> next(History history, int count) {
    int round = round(history.size());
    int left = round == rounds - 1 ? count : start(round + 1) - history.size();
    return ofRound(history, round, Math.min(count, left));
  }

  /** Returns the round that trial {@code trial} belongs to, from 0. */
  public int round(int trial) {
    int round = rounds - 1;
    while (trial < start(round)) {
      round--;
    }
    return round;
  }

  /** Returns the first trial of {@code round}. */
  private int start(int round) {
    return (int) ((long) budget * round / rounds);
  }

  /**
   * Returns how each round but the first was narrowed, as far as {@code history} has come: none for
   * a round before which nothing had a score.
   */
  public List<Narrowed> narrowed(History history) {
    List<Narrowed> all = new ArrayList<>();
    Box box = Box.whole(cube);
    for (int round = 1; round <= round(history.size()); round++) {
      History before = new History(history.evaluations().subList(0, start(round)));
      if (before.scored() > 0) {
        Narrowed narrowed = Narrowed.of(cube, box, before);
        all.add(narrowed);
        box = narrowed.box();
      }
    }
    return List.copyOf(all);
  }

  private List<Point> ofRound(History history, int round, int count) {
    int start = start(round);
    List<Narrowed> narrowed = narrowed(history);
    Box whole = Box.whole(cube);
    Box box = narrowed.isEmpty() ? whole : narrowed.get(narrowed.size() - 1).box();
    int size = Math.max(start(round + 1) - start, history.size() - start + count);
    int free = round == 0 ? 0 : (int) Math.round(outside * size);
    Set<Point> earlier = new LinkedHashSet<>(); // in the order of trials
    history.evaluations().subList(0, start).forEach(one -> earlier.add(one.point()));
    Set<Point> taken = new HashSet<>(earlier);
    List<Point> even = evenly(box, round, earlier, size - free);
    List<Point> all = new ArrayList<>();
    add(even, taken, all, size - free);
    add(drawn(whole, "outside", round, PATIENCE * free), taken, all, size);
    add(even, taken, all, size);
    Set<Point> used = history.points();
    List<Point> points = new ArrayList<>();
    add(all, used, points, count);
    Remaining.fill(cube, used, points, count);
    return List.copyOf(points);
  }

  /** Adds those of {@code from} that are not {@code used} to {@code points}, up to {@code most}. */
  private static void add(List<Point> from, Set<Point> used, List<Point> points, int most) {
    for (Point point : from) {
      if (points.size() < most && used.add(point)) {
        points.add(point);
      }
    }
  }

  /**
   * Returns points of {@code box} that are spread evenly together with the {@code earlier} points
   * in it: {@code count} of them, and more behind these in case that some were used.
   */
  private List<Point> evenly(Box box, int round, Set<Point> earlier, int count) {
    List<Point> inside = earlier.stream().filter(point -> box.contains(cube, point)).toList();
    List<Point> points = drawn(box, "box", round, PATIENCE * (count + inside.size()));
    List<Point> even = new ArrayList<>(points.subList(0, count + inside.size()));
    for (Point point : inside) {
      even.remove(
          even.stream().min(Comparator.comparingDouble(own -> distance(own, point))).orElseThrow());
    }
    even.addAll(points.subList(count + inside.size(), points.size()));
    return even;
  }

  private static double distance(Point a, Point b) {
    double squares = 0;
    for (int axis = 0; axis < a.dimensions(); axis++) {
      squares += (a.at(axis) - b.at(axis)) * (a.at(axis) - b.at(axis));
    }
    return squares;
  }

  private List<Point> drawn(Box box, String purpose, int round, int count) {
    double[][] points =
        new SobolSampler(Streams.seed(seed, purpose, round)).points(count, cube.dimensions());
    return Arrays.stream(points).map(u -> box.at(cube, u)).toList();
  }
}
