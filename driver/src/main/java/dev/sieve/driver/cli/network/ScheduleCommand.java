package dev.sieve.driver.cli.network;

import dev.sieve.Texts;
import dev.sieve.driver.cli.option.ConfOptions;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.show.TextTable;
import dev.sieve.driver.plan.FirstTrial;
import dev.sieve.schedule.Horizon;
import dev.sieve.schedule.LearningRateSchedule;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the learning rate against the update: what a conf's schedule comes to. */
@Command(
    name = "schedule",
    description = "Prints the learning rate of the first trial of a conf against the update.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class ScheduleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfOptions options;

  @Option(
      names = "--every",
      paramLabel = "N",
      description = "Updates between two rows. Default: as many as give 20 rows.")
  private Long every;

  @Option(names = "--csv", description = "Prints CSV, by default with every update.")
  private boolean csv;

  @Override
  public Integer call() {
    if (every != null && every < 1) {
      throw new ParameterException(
          spec.commandLine(), Texts.format("--every must be >= 1, but was %d", every));
    }
    FirstTrial first = FirstTrial.of(options.read());
    PrintWriter out = spec.commandLine().getOut();
    List<List<String>> rows = rows(first.trial().hyperparameters().schedule(), first.horizon());
    if (csv) {
      rows.forEach(row -> out.println(String.join(",", row)));
    } else {
      out.print(
          Texts.format(
              "Trial %s: %s, %d updates, %d an epoch%n",
              first.trial().label(),
              first.trial().hyperparameters().scheduleText(),
              first.horizon().updates(),
              first.horizon().updatesPerEpoch()));
      out.print(TextTable.aligned(rows));
    }
    out.flush();
    return 0;
  }

  /** Returns a header, and step, epoch and η from the first update to the end of the training. */
  private List<List<String>> rows(LearningRateSchedule schedule, Horizon horizon) {
    long usual = csv ? 1 : Math.max(1, horizon.updates() / 20);
    long distance = every == null ? usual : every;
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("step", "epoch", "eta"));
    LongStream.rangeClosed(0, horizon.updates() / distance)
        .map(row -> row * distance)
        .forEach(
            step ->
                rows.add(
                    List.of(
                        String.valueOf(step),
                        String.valueOf((double) step / horizon.updatesPerEpoch()),
                        String.valueOf(schedule.at(step, horizon)))));
    return rows;
  }
}
