package dev.sieve.driver.cli;

import dev.sieve.driver.cli.option.RecordedRunOptions;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.option.Warnings;
import dev.sieve.driver.cli.show.RepetitionText;
import dev.sieve.driver.repeat.RecordedRun;
import dev.sieve.driver.repeat.Repetition;
import dev.sieve.trial.Trial;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains one trial of a run once more, on this machine and without Spark. */
@Command(
    name = "trial",
    description = "Trains exactly one recorded trial again, here, and compares it with its row.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class TrialCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RecordedRunOptions options;

  @Parameters(index = "1", paramLabel = "STAGE", description = "The trial's stage.")
  private String stage;

  @Parameters(index = "2", paramLabel = "TRIAL", description = "Its number there, from 0.")
  private int index;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RecordedRun run = options.open(Warnings.to(spec));
    Trial trial = run.trial(stage, index);
    out.print(RepetitionText.header(trial));
    out.flush();
    Repetition repetition = run.repeat(trial);
    out.print(RepetitionText.curve(repetition));
    out.print(RepetitionText.end(repetition));
    out.print(RepetitionText.comparison(repetition));
    out.flush();
    return 0;
  }
}
