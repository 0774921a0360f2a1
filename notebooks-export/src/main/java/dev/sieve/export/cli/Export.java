package dev.sieve.export.cli;

import dev.sieve.export.draw.Resource;
import dev.sieve.export.report.Report;
import dev.sieve.run.UnreadableRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code submit/sieve export}: figures, a page and a notebook from run directories. */
@Command(
    name = "sieve export",
    description = "Draws figures, an HTML report and a notebook from run directories.",
    mixinStandardHelpOptions = true,
    versionProvider = Export.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a failure of Sieve's",
      "2:a mistake in the arguments, or a run directory that cannot be read"
    })
public final class Export implements Callable<Integer> {
  private static final int FAILURE = 1;
  private static final int MISTAKE = 2;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "Run directories; several are compared.")
  private List<Path> runs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where to write: a new or empty folder, or an earlier report. Default: RUN/report; for"
              + " several runs, comparison beside the first.")
  private Path out;

  /** Runs the command that {@code args} name, and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(run(args));
  }

  /** Runs the command that {@code args} name, and returns its exit code. */
  static int run(String... args) {
    return new CommandLine(new Export())
        .setExecutionExceptionHandler((problem, line, parsed) -> told(problem, line))
        .execute(args);
  }

  private static int told(Exception problem, CommandLine line) {
    if (problem instanceof UnreadableRun) {
      line.getErr().println(problem.getMessage());
      return MISTAKE;
    }
    line.getErr().println("cannot draw the report: " + problem);
    // Asked for by users who report a fault, and send it along.
    if ("debug".equals(System.getenv("SIEVE_LOG"))) {
      problem.printStackTrace(line.getErr());
    }
    return FAILURE;
  }

  @Override
  public Integer call() throws IOException {
    Path place = out == null ? place() : out;
    Report.write(runs, place).forEach(line -> spec.commandLine().getErr().println(line));
    spec.commandLine().getOut().printf("Report: %s%n", place.resolve("report.html"));
    return 0;
  }

  private Path place() {
    Path first = runs.get(0);
    return runs.size() == 1 ? first.resolve("report") : first.resolveSibling("comparison");
  }

  /** Says which Sieve this is. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Sieve " + Resource.build("version")};
    }
  }
}
