package dev.sieve.driver.cli.forecast;

import dev.sieve.driver.cli.option.ConfOptions;
import dev.sieve.driver.cli.option.RunOptions;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.option.Warnings;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.fit.NetworkSizes;
import dev.sieve.driver.forecast.Forecast;
import dev.sieve.driver.forecast.Forecaster;
import dev.sieve.driver.forecast.Machines;
import dev.sieve.driver.forecast.Speeds;
import dev.sieve.driver.pack.Executors;
import dev.sieve.driver.reuse.Foreseen;
import dev.sieve.driver.reuse.ReusedRuns;
import dev.sieve.driver.run.Platform;
import dev.sieve.engine.JitWarmUp;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a search will take before it runs; starts no Spark, and writes nothing. */
@Command(
    name = "plan",
    description =
        "Says what a search will take: trials, time, memory, and the command that fits. Trains"
            + " nothing.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfOptions options;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Cores of this machine, or of each executor. Default: all of this machine.")
  private int cores = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--executors",
      paramLabel = "E",
      description = "Executors of a cluster. Default: none, the search runs on one machine.")
  private Integer executors;

  @Option(
      names = "--gflops",
      paramLabel = "G",
      description =
          "GFLOP/s of one core of another machine: what 'bench' prints there for hidden 50, K 8 and"
              + " one core. Default: a few updates are timed here.")
  private Double gigaflops;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description =
          "Memory of the machine, or of each executor's: 8g, say. Default: that of this machine;"
              + " for executors, any.")
  private String memory;

  @Mixin private RunOptions runs;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    check(cores >= 1, "--cores", "must be >= 1", cores);
    check(executors == null || executors >= 1, "--executors", "must be >= 1", executors);
    check(gigaflops == null || gigaflops > 0, "--gflops", "must be > 0", gigaflops);
    Configuration hadoop = new Configuration();
    SearchConf conf = runs.teach(options.readWithoutData(), false, hadoop);
    long there = memory == null ? MachineMemory.here(executors != null) : MachineMemory.of(memory);
    Optional<JitWarmUp> warmUp = // while the data are read
        gigaflops == null ? Optional.of(JitWarmUp.begin(conf.engine())) : Optional.empty();
    ReusedRuns reused = reused(conf, hadoop);
    PlannedData data = PlannedData.of(conf, hadoop, there, !reused.isEmpty());
    int inputs = data.sizes().examples().inputs();
    new NetworkSizes(inputs, data.sizes().examples().classes(), there).check(conf);
    Machines machines =
        new Machines(new Executors(executors == null ? 1 : executors, cores), executors != null);
    Forecaster forecaster =
        new Forecaster(conf, data.sizes(), machines, foreseen(conf, data, reused));
    MachineMemory.check(forecaster.memory(), machines, there);
    warmUp.ifPresent(JitWarmUp::await);
    Forecast forecast = forecaster.of(speeds(forecaster));
    PrintWriter output = spec.commandLine().getOut();
    output.print(
        json
            ? PlanJson.of(conf, forecast)
            : new PlanText(conf, forecast, arguments()).text(data.missing()));
    output.flush();
    return 0;
  }

  /** Returns the runs that hold finished trials of the search. */
  private ReusedRuns reused(SearchConf conf, Configuration hadoop) {
    return ReusedRuns.of(
            runs.directory(conf, hadoop), runs.reused(hadoop), hadoop, Warnings.to(spec))
        .on(Platform.here(Version.sieve(), conf.engine()))
        .withItself();
  }

  private static Foreseen foreseen(SearchConf conf, PlannedData data, ReusedRuns runs) {
    return data.set()
        .filter(set -> !runs.isEmpty())
        .map(set -> Foreseen.of(conf, set, runs.reuse(conf, set, set.fingerprint())))
        .orElseGet(Foreseen::nothing);
  }

  /** Returns what the search is given, as the user wrote it. */
  private String arguments() {
    return options.file() + runs.written();
  }

  private Speeds speeds(Forecaster forecaster) {
    if (gigaflops != null) {
      return Speeds.given(gigaflops);
    }
    Runtime here = Runtime.getRuntime();
    return forecaster
        .measured(Math.min(cores, here.availableProcessors()), here.maxMemory() / 2)
        .orElseThrow(
            () ->
                new UserError(
                    "packs of up to "
                        + MachineMemory.shown(forecaster.memory().packs())
                        + " do not fit into a plan, so that it cannot time them: --gflops G tells the"
                        + " speed, as 'bench' prints it"));
  }

  private static void check(boolean rule, String option, String must, Object value) {
    if (!rule) {
      throw new UserError(option, must, value);
    }
  }
}
