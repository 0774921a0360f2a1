package dev.sieve.driver.cli.bench;

import dev.sieve.Texts;
import dev.sieve.bench.Bench;
import dev.sieve.bench.Phases;
import dev.sieve.bench.Work;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.error.UserError;
import dev.sieve.engine.Engine;
import dev.sieve.engine.SieveEngine;
import dev.sieve.engine.netlib.NetlibLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    versionProvider = Version.class,
    subcommands = BenchSearchCommand.class)
public final class BenchCommand implements Callable<Integer> {
  private static final Engine ENGINE = new SieveEngine();

  /** So that an epoch of them fits into an array. */
  private static final int MOST_INPUTS = 40_000;

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

  @Option(
      names = "--inputs",
      paramLabel = "D",
      description =
          "Inputs of an example, floats, with packs of up to 64 networks. Default: CIFAR-10's 3072"
              + " bytes.")
  private int inputs = Work.CIFAR10_INPUTS;

  @Option(
      names = "--netlib",
      paramLabel = "LIBRARY",
      description =
          "Trains with engine = netlib and this library, too: ${COMPLETION-CANDIDATES}. Default:"
              + " bundled, which is OpenBLAS.",
      converter = LibraryName.class,
      completionCandidates = LibraryName.class)
  private NetlibLibrary library = NetlibLibrary.BUNDLED;

  @Override
  public Integer call() throws IOException {
    if (inputs < 1 || inputs > MOST_INPUTS) {
      throw new UserError("--inputs", "must be 1 to " + MOST_INPUTS, inputs);
    }
    if (cores < 1) {
      throw new UserError("--cores", "must be >= 1", cores);
    }
    if (!(seconds > 0)) {
      throw new UserError("--seconds", "must be > 0", seconds);
    }
    checkJson();
    Bench bench = new Bench(ENGINE, inputs, seconds);
    try (Peer peer = Peer.of(Optional.ofNullable(library), inputs, seconds)) {
      peer.refusal().ifPresent(why -> print(why + System.lineSeparator()));
      measure(bench, new Measurements(bench, peer.process(), inputs, cores));
    }
    return 0;
  }

  private void measure(Bench bench, Measurements measurements) {
    Map<Integer, Double> peaks = peaks(bench, Stream.of(1, cores).distinct().toList());
    List<Measured> speeds = measurements.speeds();
    Map<Work, Double> shaped = peaks.isEmpty() ? Map.of() : measurements.shaped();
    print(BenchText.speeds(speeds, peaks, shaped));
    print(Texts.format("%n%s", BenchText.LEGEND));
    Map<Work, Phases> phases = measurements.phases();
    print(
        Texts.format("%nWhere the time of a step goes, on one core%n%s", BenchText.phases(phases)));
    if (measurements.netlib().isPresent()) {
      print(Texts.format("%n%s", BenchText.verdict(speeds, library)));
    }
    write(peaks, shaped, speeds, phases);
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
      out.print(
          Texts.format(
              "sgemm of OpenBLAS, 2048 x 2048 x 2048, cores %d: %.1f GFLOP/s%n", n, peaks.get(n)));
    }
    out.print(
        Texts.format(
            "%nTraining, kernels %s: %d images a step, %d an epoch, %d inputs, 10 classes%n",
            ENGINE.products().name(), Work.BATCH, Work.EPOCH, inputs));
    out.flush();
    return peaks;
  }

  /** Says why there is nothing to compare with, and what helps where the reason is the folder. */
  private static String noPeak(Throwable e) {
    return Texts.format(
        """
        No sgemm to compare with: OpenBLAS does not load: %s.
        It is unpacked into ~/.javacpp/cache and %s, which must allow programs to be executed; \
        SIEVE_CACHE=DIR chooses another folder for both.""",
        String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
        System.getProperty("java.io.tmpdir"));
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  /** Refuses a file that could not be written, before minutes are spent on what it would hold. */
  private void checkJson() {
    if (json == null) {
      return;
    }
    try {
      Files.newOutputStream(json, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private UserError unwritable(IOException e) {
    String why = e instanceof NoSuchFileException ? "there is no such folder" : e.getMessage();
    return new UserError(
        Texts.format("--json must name a file that can be written, but was %s: %s", json, why));
  }

  private void write(
      Map<Integer, Double> peaks,
      Map<Work, Double> shaped,
      List<Measured> speeds,
      Map<Work, Phases> phases) {
    if (json == null) {
      return;
    }
    try {
      Files.writeString(
          json, BenchJson.of(ENGINE.products().name(), peaks, shaped, speeds, phases));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
