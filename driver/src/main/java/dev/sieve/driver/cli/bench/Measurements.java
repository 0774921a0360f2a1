package dev.sieve.driver.cli.bench;

import dev.sieve.bench.Bench;
import dev.sieve.bench.Phases;
import dev.sieve.bench.Work;
import dev.sieve.driver.cli.bench.EngineProcess.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What {@link BenchCommand} measures: networks without and with hidden units, alone and in packs.
 *
 * @param bench measures Sieve's own kernels
 * @param netlib measures netlib, each time right after them; empty where nobody asked
 * @param inputs of an example
 * @param cores kept busy beside one alone
 */
record Measurements(Bench bench, Optional<EngineProcess> netlib, int inputs, int cores) {

  private List<Work> works() {
    IntStream packs =
        inputs == Work.CIFAR10_INPUTS
            ? IntStream.of(1, 2, 4, 8, 16)
            : IntStream.of(1, 2, 4, 8, 16, 32, 64);
    List<Work> works = new ArrayList<>();
    packs.forEach(k -> works.add(new Work(inputs, List.of(50), k)));
    works.add(new Work(inputs, List.of(), 1));
    works.add(new Work(inputs, List.of(), 8));
    works.add(new Work(inputs, List.of(500), 1));
    return works;
  }

  /** Returns the speeds of each kind of work: on one core, a pack on each core, and one on all. */
  List<Measured> speeds() {
    List<Measured> speeds = new ArrayList<>();
    for (Work work : works()) {
      speeds.add(measure(new Question(work, 1, 1)));
      if (cores > 1) {
        speeds.add(measure(new Question(work, cores, cores)));
        speeds.add(measure(new Question(work, cores, 1)));
      }
    }
    return speeds;
  }

  private Measured measure(Question question) {
    return new Measured(question.measuredBy(bench), netlib.map(process -> process.speed(question)));
  }

  /** Returns the GFLOP/s of {@code sgemm} on one core, at the shapes of each kind of work. */
  Map<Work, Double> shaped() {
    return each(bench::peak);
  }

  /** Returns where the time of a step goes, on one core. */
  Map<Work, Phases> phases() {
    return each(bench::phases);
  }

  private <T> Map<Work, T> each(Function<Work, T> measure) {
    Map<Work, T> all = new LinkedHashMap<>();
    works().forEach(work -> all.put(work, measure.apply(work)));
    return all;
  }
}
