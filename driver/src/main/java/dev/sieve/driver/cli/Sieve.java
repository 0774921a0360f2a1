package dev.sieve.driver.cli;

import dev.sieve.driver.cli.bench.BenchCommand;
import dev.sieve.driver.cli.forecast.PlanCommand;
import dev.sieve.driver.cli.network.GradcheckCommand;
import dev.sieve.driver.cli.network.LearningRateRangeCommand;
import dev.sieve.driver.cli.network.OverfitCommand;
import dev.sieve.driver.cli.network.ScheduleCommand;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.spark.DriverEnd;
import dev.sieve.driver.spark.NamelessUser;
import dev.sieve.driver.submit.Recording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code sieve}: what {@code submit/sieve} hands its arguments to. */
@Command(
    name = "sieve",
    description = "Searches good hyperparameters for small neural networks, on Spark.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SearchCommand.class,
      PlanCommand.class,
      VerifyCommand.class,
      TrialCommand.class,
      SqlCommand.class,
      SaveCommand.class,
      GradcheckCommand.class,
      ScheduleCommand.class,
      OverfitCommand.class,
      LearningRateRangeCommand.class,
      DataCommand.class,
      BenchCommand.class,
      ExportCommand.class,
      SubmitCommand.class,
      WarmUp.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a failure of Sieve's, with what to do",
      "2:a mistake in the arguments, the conf or the data",
      "130:interrupted; all finished trials are kept"
    },
    footerHeading =
        "%nsieve export RUN... draws a report of run directories; search does so at its end.%n"
            + "%nSpark's options (--master, --conf, --executor-memory, ...) may stand anywhere.%n")
public final class Sieve implements Runnable {
  @Spec private CommandSpec spec;

  /**
   * Runs the command that {@code args} name, and ends the JVM with its exit code. Names no class of
   * Spark's, so that {@code java -jar} comes as far as to say what is missing.
   */
  public static void main(String[] args) throws Exception {
    if (!hasSpark()) {
      System.err.println(
          "sieve: sieve.jar needs Spark: run it by submit/sieve, or by spark-submit sieve.jar");
      System.exit(Failures.MISTAKEN);
    }
    NamelessUser.name();
    CommandLine line = new CommandLine(new Sieve());
    DriverEnd.with(
        Recording.isWanted()
            ? Recording.of(
                line.getOut(), line.getErr(), (out, err) -> run(line.setOut(out).setErr(err), args))
            : run(line, args));
  }

  private static boolean hasSpark() {
    return Sieve.class.getClassLoader().getResource("org/apache/spark/SparkContext.class") != null;
  }

  /** Runs the command that {@code args} name, and returns its exit code. */
  static int run(String... args) {
    return run(new CommandLine(new Sieve()), args);
  }

  private static int run(CommandLine line, String... args) {
    Failures failures = Failures.fromEnvironment();
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
    return failures.of(() -> line.execute(args), line.getErr());
  }

  /** Without a command: what commands there are. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
