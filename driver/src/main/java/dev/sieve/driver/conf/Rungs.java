package dev.sieve.driver.conf;

import static dev.sieve.Checks.require;

import dev.sieve.InvalidValueException;
import dev.sieve.Texts;
import dev.sieve.schedule.HalfCycle;
import dev.sieve.schedule.Horizon;
import dev.sieve.space.Axes;
import dev.sieve.space.Domain;
import dev.sieve.space.ScheduleAxes;
import dev.sieve.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where rungs may be. In the middle of a cycle, a high learning rate shakes all networks, and how
 * they rank says nothing about how they end: on CIFAR-10, the rank correlation with the end was .57
 * and .70 after the first and the second cycle of four, and −.25 in the middle of the second. So a
 * rung lies at the end of a cycle, and the first one at the end of the second.
 *
 * @param cycle epochs that hold whole cycles, the fewest; 1 where the learning rate has none
 * @param cycles whether it has
 * @param least epochs that a training needs at least
 * @param epochs of the whole training
 */
public record Rungs(int cycle, boolean cycles, int least, int epochs) {

  /**
   * Returns where those of a stage may be.
   *
   * @param space of the stage
   * @param images that it trains on; empty where they are not known yet
   * @throws InvalidValueException where there can be none
   */
  public static Rungs of(SearchSpace space, Optional<Integer> images) {
    refuse(
        space.domain(Axes.EPOCHS).levels() != 1,
        "must not stand beside a search of epochs: rungs are numbers of them");
    int epochs = space.domain(Axes.EPOCHS).at(0);
    boolean cycles = space.has(ScheduleAxes.HALF_CYCLE);
    int warmUp =
        space.has(ScheduleAxes.WARM_UP)
            ? Collections.max(space.domain(ScheduleAxes.WARM_UP).extremes())
            : 0;
    return new Rungs(cycles ? cycle(space, images, epochs) : 1, cycles, warmUp + 1, epochs);
  }

  /** Returns the fewest epochs that hold whole cycles of whatever {@code space} has. */
  private static int cycle(SearchSpace space, Optional<Integer> images, int epochs) {
    long cycle = 1;
    for (int batch : values(space.domain(Axes.BATCH_SIZE))) {
      for (HalfCycle half : values(space.domain(ScheduleAxes.HALF_CYCLE))) {
        refuse(
            images.isEmpty() && half.unit() == HalfCycle.Unit.UPDATES,
            "needs data.train as a number, or half-cycle as \"2*floor(n/batch)\", to tell where"
                + " cycles end");
        Horizon horizon = Horizon.of(images.orElse(batch), batch, epochs);
        long one = half.epochsOfWholeCycles(horizon);
        cycle = cycle / gcd(cycle, one) * one;
        refuse(
            cycle >= epochs,
            Texts.format(
                    "needs an epoch before the last of %d with which a cycle of the learning rate ends,",
                    epochs)
                + " whatever the half-cycle and the batch size");
      }
    }
    return (int) cycle;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static <T> Iterable<T> values(Domain<T> domain) {
    return () ->
        IntStream.range(0, domain.levels())
            .mapToObj(i -> domain.at((i + 0.5) / domain.levels()))
            .iterator();
  }

  private static void refuse(boolean wrong, String rule) {
    if (wrong) {
      throw new InvalidValueException("", rule, null);
    }
  }

  /**
   * Returns {@code rungs}.
   *
   * @throws InvalidValueException unless they rise up to the end of the training, and hold whole
   *     cycles
   */
  public List<Integer> checked(List<Integer> rungs) {
    new Halving(rungs, 0.5, 0);
    require(
        rungs.get(rungs.size() - 1) == epochs,
        "rungs",
        Texts.format("must end with the %d epochs of a trial", epochs),
        rungs);
    require(
        rungs.get(0) >= least,
        "rungs",
        Texts.format("must begin at %d epochs or later", least),
        rungs);
    List<Integer> before = rungs.subList(0, rungs.size() - 1);
    if (!before.stream().allMatch(rung -> rung % cycle == 0)) {
      throw new InvalidValueException(
          "rungs",
          Texts.format(
              "must hold whole cycles of the learning rate, of %d epochs; the nearest that do are %s",
              cycle, nearest(before)),
          rungs);
    }
    return rungs;
  }

  private String nearest(List<Integer> before) {
    return before.stream()
        .map(this::nearest)
        .filter(rung -> rung < epochs)
        .distinct()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "[", ", " + epochs + "]"));
  }

  private int nearest(int rung) {
    return cycle * Math.max(1, Math.round((float) rung / cycle));
  }

  /**
   * Returns the rungs of a stage that names none: two cycles, or else a {@code factor}²-th of the
   * training, and from there {@code factor} times as many each, but none that is within √{@code
   * factor} of the end.
   *
   * @throws InvalidValueException where the training is too short for two rungs
   */
  public List<Integer> of(int factor) {
    List<Integer> rungs = new ArrayList<>();
    rungs.add(first(factor));
    for (long next = (long) factor * rungs.get(0);
        next * Math.sqrt(factor) <= epochs;
        next *= factor) {
      rungs.add((int) next);
    }
    rungs.add(epochs);
    return List.copyOf(rungs);
  }

  /**
   * Returns the epochs between the rungs of median stopping where a stage does not name them: a
   * cycle of the learning rate, or where it has none, a tenth of the training.
   */
  public int between() {
    return cycles ? cycle : Math.max(1, Math.round(epochs / 10f));
  }

  /**
   * Returns the rungs of median stopping: every so many epochs from the second time on, up to the
   * end; from the first on where the second is the end.
   *
   * @throws InvalidValueException unless {@code between} holds whole cycles, and a rung lies before
   *     the end
   */
  public List<Integer> every(int between) {
    if (between % cycle != 0) {
      throw new InvalidValueException(
          "every",
          Texts.format(
              "must hold whole cycles of the learning rate, of %d epochs; the nearest that does is %d",
              cycle, nearest(between)),
          between);
    }
    List<Integer> rungs = new ArrayList<>();
    for (int next = 2 * between < epochs ? 2 * between : between; next < epochs; next += between) {
      if (next >= least) {
        rungs.add(next);
      }
    }
    require(
        !rungs.isEmpty(),
        "every",
        Texts.format("must be below the %d epochs of a trial", epochs),
        between);
    rungs.add(epochs);
    return List.copyOf(rungs);
  }

  private int first(int factor) {
    int usual = cycles ? 2 * cycle : Math.max(least, Math.round((float) epochs / factor / factor));
    int first = usual < epochs ? usual : cycles ? cycle : least;
    refuse(first >= epochs, Texts.format("needs more than the %d epochs of a trial", epochs));
    return first;
  }
}
