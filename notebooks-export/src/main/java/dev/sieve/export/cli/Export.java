package dev.sieve.export.cli;

import dev.sieve.export.draw.ChartEngine;
import dev.sieve.export.draw.Resource;
import dev.sieve.export.report.Report;
import dev.sieve.export.report.Watch;
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
    description = "Makes an HTML report, a notebook and figures from run directories.",
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

  @Option(
      names = "--figures",
      description =
          "Draws each figure as SVG and PNG, too, and shows them in the notebook. A report that had"
              + " such pictures gets them again without being asked.")
  private boolean figures;

  @Option(
      names = "--watch",
      description =
          "Follows a search that is running: writes the report again whenever the tables change,"
              + " until all planned trials have ended or Ctrl-C. Its page loads itself again.")
  private boolean watch;

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
  public Integer call() throws IOException, InterruptedException {
    Path place = out == null ? place() : out;
    if (watch) {
      follow(place);
    }
    write(place);
    return 0;
  }

  /** Returns when the searches have ended; an interruption leaves a page that follows no more. */
  private void follow(Path place) throws IOException, InterruptedException {
    Watch following = new Watch(runs, place);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(following)));
    boolean ended = following.step();
    say(
        following.hasReport()
            ? "Report: " + place.resolve("report.html")
            : "There are no tables yet: the search writes them every minute.");
    if (!ended) {
      say("Following the search until all planned trials have ended; Ctrl-C ends it sooner.");
      following.run();
    }
  }

  private void end(Watch following) {
    try {
      following.end();
    } catch (IOException | UnreadableRun e) {
      warn("cannot write the last page: " + e.getMessage());
    }
  }

  /** The page comes first: pictures take longer, and it needs none. */
  private void write(Path place) throws IOException {
    boolean drawn = figures || Report.hasPictures(place);
    if (drawn) {
      ChartEngine.prepare();
    }
    Report report = Report.of(runs);
    report.undrawn().forEach(this::warn);
    report.write(place);
    say("Report: " + place.resolve("report.html"));
    if (drawn) {
      report.writeWithPictures(place).forEach(this::warn);
      say("Figures: " + place.resolve("figures"));
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  private void warn(String line) {
    spec.commandLine().getErr().println(line);
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
