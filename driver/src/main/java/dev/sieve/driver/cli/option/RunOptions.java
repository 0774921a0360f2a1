package dev.sieve.driver.cli.option;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.reuse.LearnedRuns;
import dev.sieve.driver.run.RunDirectory;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** The run directory of a search, and those of others that it begins with. */
public final class RunOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory, any Hadoop path. Default: runs/NAME.")
  private String out;

  @Option(
      names = "--reuse",
      paramLabel = "RUN",
      arity = "1..*",
      description = "Takes over what these runs have finished of the same trials; trains the rest.")
  private List<String> reused = List.of();

  @Option(
      names = "--learn-from",
      paramLabel = "RUN",
      arity = "1..*",
      description =
          "Tells samplers that learn (gp, tpe) what these runs have found, on the same data or others.")
  private List<String> learned = List.of();

  /** Returns the run directory's path. */
  public String out(SearchConf conf) {
    return out == null ? "runs/" + conf.name() : out;
  }

  /** Returns the run directory, which need not exist. */
  public RunDirectory directory(SearchConf conf, Configuration hadoop) {
    return RunDirectory.at(out(conf), hadoop);
  }

  /** Returns the paths of the runs whose finished trials are to be taken over. */
  public List<String> reused() {
    return reused;
  }

  /** Returns the runs whose finished trials are to be taken over. */
  public List<RunDirectory> reused(Configuration hadoop) {
    return reused.stream().map(path -> RunDirectory.at(path, hadoop)).toList();
  }

  /**
   * Returns {@code conf}, but with what its samplers learn from other runs.
   *
   * @param fresh whether what the run directory holds will be set aside
   */
  public SearchConf teach(SearchConf conf, boolean fresh, Configuration hadoop) {
    List<RunDirectory> runs = learned.stream().map(path -> RunDirectory.at(path, hadoop)).toList();
    return LearnedRuns.teach(conf, runs, directory(conf, hadoop), fresh);
  }

  /** Returns the options as the user wrote them, each with a space before it. */
  public String written() {
    return (out == null ? "" : " --out " + out)
        + written("--reuse", reused)
        + written("--learn-from", learned);
  }

  private static String written(String option, List<String> runs) {
    return runs.isEmpty() ? "" : " " + option + " " + String.join(" ", runs);
  }
}
