package dev.sieve.bench;

import static dev.sieve.Checks.check;

import dev.sieve.data.input.Inputs;
import dev.sieve.engine.Engine;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.team.Team;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Times a few updates of packs as a search would train them, every core of this machine with such a
 * pack of its own: they share memory and caches in a search, too. For one thread.
 */
public final class PackTimer {
  private static final int RUNS = 7;

  /** Seconds of a run. */
  private static final double RUN = 0.02;

  /** Seconds before the first run: the JIT compiles what the first updates of a JVM do. */
  private static final double FIRST = 1.2;

  /** Seconds before the runs of another pack: its shapes may need code that has not run yet. */
  private static final double FURTHER = 0.1;

  /** Runs before the first that counts: one that nothing has been compiled for takes a second. */
  private static final int WARM_RUNS = 5;

  /** Seconds after which a run counts whatever it is: its updates are that long. */
  private static final double MOST = 2;

  /** Bytes of examples: more than caches hold, as in a search. */
  private static final long MOST_BYTES = 50_000_000;

  /** So small that nothing diverges, whatever the pack. */
  private static final double ETA = 1e-5;

  private final Engine engine;
  private final int cores;
  private final Map<ExampleKind, Inputs> examples = new HashMap<>();
  private boolean warm;

  /**
   * @param engine computes the products
   * @param cores that train at once
   */
  public PackTimer(Engine engine, int cores) {
    check(cores >= 1, "cores must be >= 1, but were %d", cores);
    this.engine = engine;
    this.cores = cores;
  }

  /**
   * Returns the seconds of one update of {@code pack}, the median of several short runs.
   *
   * @param count examples that there are; fewer are made where they would take much memory
   */
  public double secondsPerUpdate(List<Trial> pack, ExampleKind kind, int count) {
    int batch = pack.get(0).hyperparameters().batchSize();
    int fitting = (int) Math.min(count, MOST_BYTES / kind.size());
    Inputs inputs =
        examples.computeIfAbsent(kind, k -> RandomInputs.of(k, Math.max(batch, fitting)));
    if (inputs.count() < batch) {
      inputs = RandomInputs.of(kind, batch);
    }
    List<Steps> packs = new ArrayList<>();
    for (int core = 0; core < cores; core++) {
      packs.add(
          new Steps(engine, inputs, kind.classes(), trials(pack, inputs), core, Team.alone()));
    }
    double seconds = warm(packs);
    return seconds > RUN ? seconds : median(packs, (int) Math.ceil(RUN / seconds));
  }

  private double median(List<Steps> packs, int steps) {
    double[] seconds = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      seconds[run] = secondsPerUpdate(packs, steps);
    }
    Arrays.sort(seconds);
    return seconds[RUNS / 2];
  }

  private double secondsPerUpdate(List<Steps> packs, int steps) {
    return cores / Bench.stepsPerSecond(packs, steps);
  }

  /** Trains until the JIT has had its time, and returns the seconds of one of the last updates. */
  private double warm(List<Steps> packs) {
    double enough = warm ? FURTHER : FIRST;
    warm = true;
    int steps = 1;
    double spent = 0;
    double seconds;
    int runs = 0;
    do {
      seconds = secondsPerUpdate(packs, steps);
      spent += steps * seconds;
      steps = (int) Math.max(1, Math.ceil(RUN / seconds));
      runs++;
    } while (spent < enough || (runs < WARM_RUNS && spent < MOST));
    return seconds;
  }

  /**
   * Returns the networks of {@code pack}, trained at a rate that harms none of them. Principal
   * components of images are mirrored by their signs, which takes as long as to copy them: what
   * stands for them here is copied.
   */
  private static List<Trial> trials(List<Trial> pack, Inputs inputs) {
    int batch = pack.get(0).hyperparameters().batchSize();
    int epochs = Integer.MAX_VALUE / (inputs.count() / batch);
    boolean mirrors = inputs.shape().isPresent();
    return IntStream.range(0, pack.size())
        .mapToObj(
            k -> {
              Hyperparameters chosen = pack.get(k).hyperparameters();
              Hyperparameters harmless = chosen.with(new LearningRateSchedule.Constant(ETA));
              return new Trial(
                  "plan", k, mirrors ? harmless : harmless.with(Axes.FLIP, 0.0), 0, epochs);
            })
        .toList();
  }
}
