package dev.sieve.driver.cli.network;

import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.driver.check.LocalTraining;
import dev.sieve.driver.check.Memorization;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Memorizes a few images: a network that cannot do that has a mistake in it. */
@Command(
    name = "overfit",
    description = "Trains the first network of a conf on a few images, without regularisation.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class OverfitCommand implements Callable<Integer> {
  private static final int ROWS = 20;

  @Spec private CommandSpec spec;

  @Mixin private ConfOptions options;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "100",
      description = "Training images. Default: ${DEFAULT-VALUE}.")
  private int images;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "200",
      description = "Passes over them. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "10",
      description = "Images per update. Default: ${DEFAULT-VALUE}.")
  private int batchSize;

  @Option(
      names = "--eta",
      paramLabel = "RATE",
      defaultValue = "0.02",
      description = "The learning rate, constant. Default: ${DEFAULT-VALUE}.")
  private double eta;

  @Override
  public Integer call() {
    SearchConf conf = options.read();
    check(epochs >= 1, "--epochs must be >= 1, but was %d", epochs);
    check(eta > 0, "--eta must be > 0, but was %s", eta);
    DataSet set = DataMemory.here().open(conf.source(), HadoopFolder.places(SparkStart.hadoop()));
    LocalTraining training = new LocalTraining(conf, set);
    int all = training.images();
    check(1 <= images && images <= all, "--images must be 1 to %d, but was %d", all, images);
    check(
        1 <= batchSize && batchSize <= images,
        "--batch-size must be 1 to %d, but was %d",
        images,
        batchSize);
    print(Memorization.of(training, images, epochs, batchSize, eta), spec.commandLine().getOut());
    return 0;
  }

  private void check(boolean rule, String message, Object... values) {
    if (!rule) {
      throw new ParameterException(spec.commandLine(), Texts.format(message, values));
    }
  }

  private static void print(TrialResult result, PrintWriter out) {
    out.print(TextTable.aligned(CurveText.rows(result, ROWS)));
    if (result.train() == null) {
      out.print(
          Texts.format(
              "%nThe training diverged after %d updates: try a smaller --eta%n", result.steps()));
    } else {
      out.print(
          Texts.format(
              "%nLoss after the last update: training %.4g, validation %.4g%n",
              result.train().loss(), result.validation().loss()));
    }
    out.flush();
  }
}
