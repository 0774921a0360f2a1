package dev.sieve.driver.cli.forecast;

import dev.sieve.driver.cli.option.ConfOptions;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.fit.NetworkSizes;
import dev.sieve.driver.forecast.Forecast;
import dev.sieve.driver.forecast.Forecaster;
import dev.sieve.driver.forecast.Machines;
import dev.sieve.driver.forecast.Speeds;
import dev.sieve.driver.pack.Executors;
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

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() {
    check(cores >= 1, "--cores", "must be >= 1", cores);
    check(executors == null || executors >= 1, "--executors", "must be >= 1", executors);
    check(gigaflops == null || gigaflops > 0, "--gflops", "must be > 0", gigaflops);
    long there = memory == null ? MachineMemory.here(executors != null) : MachineMemory.of(memory);
    SearchConf conf = options.readWithoutData();
    Optional<JitWarmUp> warmUp = // while the data are read
        gigaflops == null ? Optional.of(JitWarmUp.begin(conf.engine())) : Optional.empty();
    PlannedData data = PlannedData.of(conf, new Configuration(), there);
    int inputs = data.sizes().examples().inputs();
    new NetworkSizes(inputs, data.sizes().examples().classes(), there).check(conf);
    Machines machines =
        new Machines(new Executors(executors == null ? 1 : executors, cores), executors != null);
    Forecaster forecaster = new Forecaster(conf, data.sizes(), machines);
    MachineMemory.check(forecaster.memory(), machines, there);
    warmUp.ifPresent(JitWarmUp::await);
    Forecast forecast = forecaster.of(speeds(forecaster));
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json
            ? PlanJson.of(conf, forecast)
            : new PlanText(conf, forecast, options.file()).text(data.missing()));
    out.flush();
    return 0;
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
                    "packs of up to %s do not fit into a plan, so that it cannot time them: --gflops G tells the speed, as 'bench' prints it"
                        .formatted(MachineMemory.shown(forecaster.memory().packs()))));
  }

  private static void check(boolean rule, String option, String must, Object value) {
    if (!rule) {
      throw new UserError(option, must, value);
    }
  }
}
