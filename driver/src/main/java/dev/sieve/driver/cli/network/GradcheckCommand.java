package dev.sieve.driver.cli.network;

import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.driver.check.NetworkCheck;
import dev.sieve.driver.cli.option.ConfOptions;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.show.GradcheckText;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.fit.DataMemory;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.Tables;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.result.GradientTable;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares gradients with numerical ones, and the production step with both. */
@Command(
    name = "gradcheck",
    description = "Checks the gradients of the first network that a conf would train.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class GradcheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where gradcheck.csv goes, any Hadoop path. Default: runs/NAME.")
  private String out;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "10",
      description = "Training images of the cost. Default: ${DEFAULT-VALUE}.")
  private int images;

  @Option(
      names = "--parameters",
      paramLabel = "N",
      defaultValue = "100",
      description = "Parameters of each group that are checked. Default: ${DEFAULT-VALUE}.")
  private int parameters;

  @Override
  public Integer call() {
    checkPositive("--images", images);
    checkPositive("--parameters", parameters);
    SearchConf conf = options.read();
    Configuration hadoop = SparkStart.hadoop();
    DataSet set = DataMemory.here().open(conf.source(), HadoopFolder.places(hadoop));
    NetworkCheck check = NetworkCheck.run(conf, set, images, parameters);
    RunDirectory run = RunDirectory.at(out == null ? "runs/" + conf.name() : out, hadoop);
    new Tables(run).writeCsv(RunDirectory.GRADCHECK, GradientTable.COLUMNS, check.rows());
    spec.commandLine().getOut().print(GradcheckText.of(check));
    spec.commandLine()
        .getOut()
        .print(Texts.format("%nEvery parameter: %s/%s%n", run.display(), RunDirectory.GRADCHECK));
    spec.commandLine().getOut().flush();
    if (!check.wrong().isEmpty()) {
      throw new SearchFailure(GradcheckText.failure(check.wrong()));
    }
    return 0;
  }

  private void checkPositive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), Texts.format("%s must be >= 1, but was %d", option, value));
    }
  }
}
