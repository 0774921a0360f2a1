package dev.sieve.driver.cli;

import dev.sieve.Texts;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.spark.SparkStart;
import dev.sieve.driver.submit.Carrier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code submit/sieve export} of run directories that are not on this machine: carries them here,
 * has the report drawn by the exporter, which knows neither Spark nor Hadoop, and carries it back.
 */
@Command(
    name = "export",
    hidden = true,
    description = "Draws the report of runs on any file system of Hadoop's.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN")
  private List<String> runs;

  @Option(names = "--out", paramLabel = "DIR")
  private String out;

  @Option(names = "--figures")
  private boolean figures;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (out == null && runs.size() > 1) {
      throw new UserError("--out must say where the comparison goes, but there is none");
    }
    String place = out == null ? runs.get(0) + "/report" : out;
    Path here = Files.createTempDirectory("sieve-export");
    try {
      Carrier carrier = new Carrier(SparkStart.files());
      Path drawn = Carrier.isElsewhere(place) ? here.resolve("report") : Path.of(place);
      draw(fetched(carrier, here), drawn);
      if (Carrier.isElsewhere(place)) {
        carrier.bring(drawn, place);
      }
    } finally {
      WarmUp.delete(here);
    }
    spec.commandLine().getOut().print(Texts.format("Report: %s/report.html%n", place));
    spec.commandLine().getOut().flush();
    return 0;
  }

  /**
   * Returns where the runs are on this machine; the name of a folder stays, for reports show it.
   */
  private List<String> fetched(Carrier carrier, Path here) throws IOException {
    List<String> folders = new ArrayList<>();
    for (String run : runs) {
      if (!Carrier.isElsewhere(run)) {
        folders.add(run);
        continue;
      }
      String name = run.replaceAll("/+$", "").replaceAll(".*/", "");
      Path folder = Files.createDirectories(here.resolve("run-" + folders.size()).resolve(name));
      carrier.fetch(run, folder);
      folders.add(folder.toString());
    }
    return folders;
  }

  private void draw(List<String> folders, Path report) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(System.getProperty(ReportCommand.COMMAND), "export"));
    if (figures) {
      command.add("--figures");
    }
    command.addAll(List.of("--out", report.toString(), "--"));
    command.addAll(folders);
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit == Failures.MISTAKEN) {
      throw new UserError("no report was drawn");
    } else if (exit != 0) {
      throw new SearchFailure("drawing the report ended with exit code " + exit);
    }
  }
}
