package dev.sieve.driver.cli.network;

import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.driver.check.LearningRateRange;
import dev.sieve.driver.check.LocalTraining;
import dev.sieve.driver.cli.option.ConfOptions;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.show.CurveText;
import dev.sieve.driver.cli.show.TextTable;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.fit.DataMemory;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.trial.TrialResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The learning-rate range test: accuracy against an η that rises over one training. */
@Command(
    name = "lr-range",
    description = "Trains the first network of a conf once, while the learning rate rises.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class LearningRateRangeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfOptions options;

  @Option(
      names = "--from",
      paramLabel = "RATE",
      defaultValue = "0",
      description = "The first learning rate. Default: ${DEFAULT-VALUE}.")
  private double from;

  @Option(
      names = "--to",
      paramLabel = "RATE",
      defaultValue = "0.5",
      description = "The last learning rate. Default: ${DEFAULT-VALUE}.")
  private double to;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "4",
      description = "Length of the training. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "25",
      description = "Rows of the table. Default: ${DEFAULT-VALUE}.")
  private int points;

  @Option(names = "--csv", description = "Prints CSV.")
  private boolean csv;

  @Override
  public Integer call() {
    SearchConf conf = options.read();
    if (!(0 <= from && from < to && to < Double.POSITIVE_INFINITY)) {
      throw mistake(
          Texts.format("--from and --to must be 0 <= from < to, but were %s and %s", from, to));
    }
    if (epochs < 1 || points < 1) {
      throw mistake(
          Texts.format("--epochs and --points must be >= 1, but were %d and %d", epochs, points));
    }
    DataSet set = DataMemory.here().open(conf.source(), HadoopFolder.places(SparkStart.hadoop()));
    LocalTraining training = new LocalTraining(conf, set);
    print(LearningRateRange.of(training, from, to, epochs, points), spec.commandLine().getOut());
    return 0;
  }

  private ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void print(TrialResult result, PrintWriter out) {
    List<List<String>> rows = CurveText.rows(result, Integer.MAX_VALUE);
    if (csv) {
      rows.forEach(row -> out.println(String.join(",", row)));
    } else {
      out.print(TextTable.aligned(rows));
    }
    if (result.train() == null) {
      spec.commandLine()
          .getErr()
          .print(Texts.format("The training diverged after %d updates%n", result.steps()));
    }
    out.flush();
  }
}
