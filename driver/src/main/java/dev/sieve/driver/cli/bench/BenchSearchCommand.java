package dev.sieve.driver.cli.bench;

import dev.sieve.Texts;
import dev.sieve.bench.search.AskTime;
import dev.sieve.bench.search.EndingBench;
import dev.sieve.bench.search.SearchBench;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.error.UserError;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the samplers on surfaces whose best point is known. */
@Command(
    name = "search",
    description =
        "Compares all samplers on built-in noisy surfaces: the regret of what each of them finds.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class BenchSearchCommand implements Callable<Integer> {
  private static final int QUICK_SEEDS = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Searches of each sampler on each surface. Default: 100; 10 with --quick.")
  private Integer seeds;

  @Option(
      names = "--quick",
      description = "Few seeds, batches of 8 alone, and no more than 60 evaluations.")
  private boolean quick;

  @Option(
      names = "--confirm",
      description =
          "Compares ways to choose the winner instead, with and without fresh repeats of the best.")
  private boolean confirm;

  @Option(names = "--cores", paramLabel = "N", description = "Cores to use. Default: all.")
  private int cores = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    if (cores < 1) {
      throw new UserError("--cores", "must be >= 1", cores);
    }
    int count = seeds != null ? seeds : quick ? QUICK_SEEDS : 100;
    if (count < 2) {
      throw new UserError("--seeds", "must be >= 2", count);
    }
    long start = System.nanoTime();
    String table = confirm ? endings(count) : samplers(count);
    PrintWriter out = spec.commandLine().getOut();
    out.print(table);
    out.print(Texts.format("%n%d seeds, %.0f s%n", count, (System.nanoTime() - start) / 1e9));
    if (!confirm) {
      printTimes(out);
    }
    out.flush();
    return 0;
  }

  private String endings(int count) {
    EndingBench bench = new EndingBench(count, 60);
    return EndingBenchText.of(bench, bench.run(cores));
  }

  private String samplers(int count) {
    SearchBench bench =
        quick
            ? new SearchBench(count, List.of(8), List.of(20, 40, 60))
            : new SearchBench(count, List.of(1, 8, 16), List.of(20, 40, 60, 120));
    return SearchBenchText.of(bench, bench.run(cores));
  }

  private static void printTimes(PrintWriter out) {
    for (AskTime time : AskTime.all()) {
      out.print(
          Texts.format(
              "After %d results, %s takes %.2f s for the next %d points%n",
              AskTime.TOLD, time.sampler(), time.seconds(), AskTime.ASKED));
    }
  }
}
