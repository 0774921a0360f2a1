package dev.sieve.driver.cli.forecast;

import dev.sieve.Texts;
import dev.sieve.driver.cli.show.Durations;
import dev.sieve.driver.cli.show.TextTable;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.forecast.DataSizes;
import dev.sieve.driver.forecast.Forecast;
import dev.sieve.driver.forecast.Forecast.Alternative;
import dev.sieve.driver.forecast.Memory;
import dev.sieve.driver.forecast.Range;
import dev.sieve.driver.forecast.StageForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A forecast for people: what is trained, how long that takes, what it needs, and the command. */
final class PlanText {
  private final SearchConf conf;
  private final Forecast forecast;
  private final String arguments;

  /**
   * @param arguments of the search: the conf, as the user named it, and where runs lie
   */
  PlanText(SearchConf conf, Forecast forecast, String arguments) {
    this.conf = conf;
    this.forecast = forecast;
    this.arguments = arguments;
  }

  /**
   * @param missing why the data could not be read; empty where they were, or need not be
   */
  String text(Optional<String> missing) {
    StringBuilder text = new StringBuilder(data());
    missing.ifPresent(
        why ->
            text.append(
                Texts.format(
                    "The data are not there: %s.%nTheir sizes are those that the source promises.%n",
                    why)));
    text.append(Texts.format("%nWhat is trained%n")).append(indented(work()));
    text.append(finished());
    text.append(Texts.format("%nHow long that takes on %s%n", machines()))
        .append(indented(times()));
    text.append(Texts.format("%nWhat more would buy%n")).append(indented(alternatives()));
    if (!forecast.largerBatches().isEmpty()) {
      text.append(
          Texts.format("  A larger batch waits less often, and learns less from results.%n"));
    }
    text.append(Texts.format("%nMemory, at most: %s%n", memory()));
    text.append(Texts.format("%nThe command that fits%n"));
    text.append(String.join(Texts.format("%n%n"), commands()).indent(2));
    return text.toString();
  }

  private String data() {
    DataSizes data = forecast.data();
    return Texts.format(
        "%s: %s, %d training and %d test examples of %d inputs, %d classes%n",
        conf.name(),
        data.name(),
        data.pool(),
        data.test(),
        data.examples().inputs(),
        data.examples().classes());
  }

  private static String indented(List<List<String>> rows) {
    return TextTable.aligned(rows).indent(2);
  }

  private List<List<String>> work() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("stage", "configurations", "repeats", "trials", "epochs", "trial-epochs", "TFLOP"));
    int trials = 0;
    Range trialEpochs = Range.NONE;
    Range operations = Range.NONE;
    for (StageForecast stage : forecast.stages()) {
      rows.add(
          List.of(
              stage.name(),
              "" + stage.configurations(),
              "" + stage.repeats(),
              "" + stage.trials(),
              whole(stage.epochs()),
              whole(stage.trialEpochs()),
              teraflop(stage.teraflop())));
      trials += stage.trials();
      trialEpochs = trialEpochs.plus(stage.trialEpochs());
      operations = operations.plus(stage.teraflop());
    }
    if (rows.size() > 2) {
      rows.add(List.of("all", "", "", "" + trials, "", whole(trialEpochs), teraflop(operations)));
    }
    return rows;
  }

  /** Returns what is finished and what is left, where something is finished. */
  private String finished() {
    Range reused =
        forecast.stages().stream().map(StageForecast::reused).reduce(Range.NONE, Range::plus);
    int trials = forecast.stages().stream().mapToInt(StageForecast::trials).sum();
    if (reused.high() == 0) {
      return "";
    }
    Range left =
        new Range(trials - reused.high(), trials - reused.expected(), trials - reused.low());
    String each =
        forecast.stages().stream()
            .filter(stage -> stage.reused().high() > 0)
            .map(
                stage ->
                    Texts.format(
                        "%s of %d of %s", whole(stage.reused()), stage.trials(), stage.name()))
            .collect(Collectors.joining(", "));
    return Texts.format("  Reuse %s trials (%s), train %s.%n", whole(reused), each, whole(left));
  }

  private static String whole(Range range) {
    return shown(range, "%.0f");
  }

  private static String teraflop(Range range) {
    return shown(range, range.expected() < 10 ? "%.2f" : "%.0f");
  }

  /** Returns {@code 24}, or {@code 8 to 24} where that is not known. */
  private static String shown(Range range, String format) {
    String low = Texts.format(format, range.low());
    String high = Texts.format(format, range.high());
    return low.equals(high) ? low : low + " to " + high;
  }

  private String machines() {
    int each = forecast.machines().executors().coresOfEach();
    String cores = each == 1 ? "1 core" : each + " cores";
    return forecast.machines().cluster()
        ? Texts.format("%d executors of %s", forecast.machines().executors().count(), cores)
        : cores;
  }

  private List<List<String>> times() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("part", "packs", "waves", "expected", "between"));
    rows.add(time("start", "", "", forecast.start()));
    for (StageForecast stage : forecast.stages()) {
      rows.add(time(stage.name(), "" + stage.packs(), "" + stage.waves(), stage.seconds()));
    }
    rows.add(time("tables", "", "", forecast.tables()));
    rows.add(time("report", "", "", forecast.report()));
    rows.add(time("all", "", "", forecast.whole()));
    return rows;
  }

  private static List<String> time(String part, String packs, String waves, Range seconds) {
    return List.of(part, packs, waves, expected(seconds), between(seconds));
  }

  private static String expected(Range seconds) {
    return Durations.shown(seconds.expected());
  }

  private static String between(Range seconds) {
    return Durations.shown(seconds.low()) + " and " + Durations.shown(seconds.high());
  }

  /** Returns what else the stages could take, a line each. */
  private List<List<String>> alternatives() {
    double stages =
        forecast.stages().stream().mapToDouble(stage -> stage.seconds().expected()).sum();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("with", "the stages take"));
    rows.add(List.of("what there is", Durations.shown(stages)));
    forecast.moreCores().forEach(one -> rows.add(row(one.number() + " cores", one)));
    forecast
        .largerBatches()
        .forEach(
            one -> rows.add(row(Texts.format("%s.batch = %d", one.name(), one.number()), one)));
    return rows;
  }

  private static List<String> row(String what, Alternative other) {
    return List.of(what, Durations.shown(other.seconds()));
  }

  private String memory() {
    Memory memory = forecast.memory();
    String driver = "driver " + MachineMemory.shown(memory.driver());
    return forecast.machines().cluster()
        ? driver + ", each executor " + MachineMemory.shown(memory.executor())
        : driver;
  }

  private List<String> commands() {
    Memory memory = forecast.memory();
    String search = "submit/sieve search " + arguments;
    String memories = "--driver-memory " + MachineMemory.option(memory.driver());
    int each = forecast.machines().executors().coresOfEach();
    if (!forecast.machines().cluster()) {
      return List.of(Texts.format("%s --master 'local[%d,4]' %s", search, each, memories));
    }
    memories += " --executor-memory " + MachineMemory.option(memory.executor());
    int count = forecast.machines().executors().count();
    return List.of(
        command(
            Texts.format("%s --master yarn", search), "--num-executors " + count, each, memories),
        command(
            Texts.format("%s --master spark://HOST:7077", search),
            "--total-executor-cores " + count * each,
            each,
            memories));
  }

  private static String command(String search, String executors, int cores, String memories) {
    return Texts.format(
        "%s \\%n  %s --executor-cores %d \\%n  %s", search, executors, cores, memories);
  }
}
