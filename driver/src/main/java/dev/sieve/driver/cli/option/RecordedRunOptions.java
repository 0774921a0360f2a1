package dev.sieve.driver.cli.option;

import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.driver.claim.RunClaim;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.data.HadoopFolder;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.fit.DataMemory;
import dev.sieve.driver.repeat.RecordedRun;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.spark.SparkStart;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Parameters;

/** What every command that trains recorded trials again takes. */
public final class RecordedRunOptions {
  @Parameters(index = "0", paramLabel = "RUN", description = "A run directory, any Hadoop path.")
  private String path;

  private SearchConf conf;

  /**
   * Returns the run with its images.
   *
   * @param warn hears of damaged files, whose trials are not known
   * @throws UserError where there is no run, or other images
   */
  public RecordedRun open(Consumer<String> warn) {
    Configuration hadoop = SparkStart.hadoop();
    RunDirectory run = RunDirectory.at(path, hadoop);
    run.folder().reach();
    if (!run.folder().has(RunDirectory.CONF)) {
      throw new UserError(
          Texts.format(
              "%s must be a run directory, but holds no %s", run.display(), RunDirectory.CONF));
    }
    String file = run.display() + "/" + RunDirectory.CONF;
    conf = ConfFile.parse(run.folder().read(RunDirectory.CONF), file, List.of(), Map.of());
    DataSet images = DataMemory.here().open(conf.source(), HadoopFolder.places(hadoop));
    RunClaim.checkData(run, images.fingerprint());
    return new RecordedRun(conf, images, run, warn);
  }

  /** Returns the conf of the run, which is open. */
  public SearchConf conf() {
    return conf;
  }
}
