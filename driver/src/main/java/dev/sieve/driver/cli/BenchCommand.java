package dev.sieve.driver.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sieve.bench.Bench;
import dev.sieve.bench.Phases;
import dev.sieve.bench.Speed;
import dev.sieve.bench.Work;
import dev.sieve.driver.error.UserError;
import dev.sieve.kernel.Kernels;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures this machine: its peak in matrix products, and how near to it training comes. */
@Command(
    name = "bench",
    description =
        "Measures how fast this machine trains, beside how fast OpenBLAS multiplies matrices here.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BenchCommand implements Callable<Integer> {
  private static final List<Work> WORKS =
      List.of(
          new Work(List.of(50), 1),
          new Work(List.of(50), 2),
          new Work(List.of(50), 4),
          new Work(List.of(50), 8),
          new Work(List.of(50), 16),
          new Work(List.of(), 1),
          new Work(List.of(), 8),
          new Work(List.of(500), 1));

  @Spec private CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON, too.")
  private Path json;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Cores to keep busy beside one alone. Default: all.")
  private int cores = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Time of each of seven runs, of which the median counts. Default: 0.3.")
  private double seconds = 0.3;

  @Override
  public Integer call() {
    if (cores < 1) {
      throw new UserError("--cores must be >= 1, but was %d".formatted(cores));
    }
    if (!(seconds > 0)) {
      throw new UserError("--seconds must be > 0, but was %s".formatted(seconds));
    }
    Bench bench = new Bench(seconds);
    Map<Integer, Double> peaks = peaks(bench, Stream.of(1, cores).distinct().toList());
    List<Speed> speeds = speeds(bench, peaks);
    Map<Work, Phases> phases = phases(bench);
    if (json != null) {
      write(peaks, speeds, phases);
    }
    return 0;
  }

  private Map<Integer, Double> peaks(Bench bench, List<Integer> used) {
    PrintWriter out = spec.commandLine().getOut();
    Map<Integer, Double> peaks = new LinkedHashMap<>();
    for (int n : used) {
      try {
        peaks.put(n, bench.peak(n));
      } catch (LinkageError | RuntimeException e) {
        out.println(noPeak(e));
        break;
      }
      out.printf(
          Locale.ROOT,
          "sgemm of OpenBLAS, 2048 x 2048 x 2048, cores %d: %.1f GFLOP/s%n",
          n,
          peaks.get(n));
    }
    out.printf(
        "%nTraining, kernels %s: %d images a step, %d an epoch, 3072 inputs, 10 classes%n",
        Kernels.FASTEST.name(), Work.BATCH, Work.EPOCH);
    out.flush();
    return peaks;
  }

  /** Says why there is nothing to compare with, and what helps where the reason is the folder. */
  private static String noPeak(Throwable e) {
    return """
        No sgemm to compare with: OpenBLAS does not load: %s.
        It is unpacked into ~/.javacpp/cache and %s, which must allow programs to be executed; \
        SIEVE_CACHE=DIR chooses another folder for both."""
        .formatted(
            String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
            System.getProperty("java.io.tmpdir"));
  }

  private List<Speed> speeds(Bench bench, Map<Integer, Double> peaks) {
    List<Speed> speeds = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "hidden", "K", "packs", "cores", "us a step", "trial-epochs/s", "GFLOP/s", "of sgemm"));
    for (Work work : WORKS) {
      speeds.add(bench.speed(work, 1));
      if (cores > 1) {
        speeds.add(bench.speed(work, cores));
        speeds.add(bench.together(work, cores));
      }
    }
    speeds.forEach(speed -> rows.add(row(speed, peaks.get(speed.cores()))));
    print(rows);
    return speeds;
  }

  /** Returns a line of the table; {@code peak} may be null. */
  private static List<String> row(Speed speed, Double peak) {
    return List.of(
        hidden(speed.work()),
        String.valueOf(speed.work().networks()),
        String.valueOf(speed.packs()),
        String.valueOf(speed.cores()),
        number("%.0f", speed.microseconds()),
        number("%.2f", speed.trialEpochs()),
        number("%.1f", speed.gigaflops()),
        peak == null ? "" : number("%.0f %%", 100 * speed.gigaflops() / peak));
  }

  private Map<Work, Phases> phases(Bench bench) {
    Map<Work, Phases> phases = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("hidden", "K", "load us", "product 1 us", "between us", "product 2 us"));
    for (Work work : WORKS) {
      Phases one = bench.phases(work);
      phases.put(work, one);
      rows.add(
          List.of(
              hidden(work),
              String.valueOf(work.networks()),
              number("%.0f", one.load()),
              number("%.0f", one.forward()),
              number("%.0f", one.between()),
              number("%.0f", one.update())));
    }
    spec.commandLine().getOut().printf("%nWhere the time of a step goes, on one core%n");
    print(rows);
    return phases;
  }

  private void print(List<List<String>> rows) {
    spec.commandLine().getOut().print(TextTable.aligned(rows));
    spec.commandLine().getOut().flush();
  }

  private static String hidden(Work work) {
    return work.hidden().isEmpty() ? "none" : String.valueOf(work.hidden().get(0));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private void write(Map<Integer, Double> peaks, List<Speed> speeds, Map<Work, Phases> phases) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("kernels", Kernels.FASTEST.name());
    all.put("sgemm_gigaflops", peaks);
    all.put("speeds", speeds.stream().map(speed -> row(speed.work(), speed)).toList());
    all.put(
        "phases_microseconds",
        phases.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList());
    try {
      Files.writeString(
          json,
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all));
    } catch (IOException e) {
      throw new UserError("--json %s cannot be written: %s".formatted(json, e.getMessage()));
    }
  }

  private static Map<String, Object> row(Work work, Speed speed) {
    Map<String, Object> row = row(work);
    row.put("packs", speed.packs());
    row.put("cores", speed.cores());
    row.put("step_microseconds", speed.microseconds());
    row.put("trial_epochs_per_second", speed.trialEpochs());
    row.put("gigaflops", speed.gigaflops());
    return row;
  }

  private static Map<String, Object> row(Work work, Phases phases) {
    Map<String, Object> row = row(work);
    row.put("load", phases.load());
    row.put("forward", phases.forward());
    row.put("between", phases.between());
    row.put("update", phases.update());
    return row;
  }

  private static Map<String, Object> row(Work work) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("hidden", work.hidden());
    row.put("networks", work.networks());
    return row;
  }
}
