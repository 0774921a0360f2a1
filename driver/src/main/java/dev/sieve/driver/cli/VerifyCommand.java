package dev.sieve.driver.cli;

import dev.sieve.Texts;
import dev.sieve.driver.cli.option.RecordedRunOptions;
import dev.sieve.driver.cli.option.Version;
import dev.sieve.driver.cli.option.Warnings;
import dev.sieve.driver.cli.show.RepetitionText;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.repeat.RecordedRun;
import dev.sieve.driver.repeat.Repetition;
import dev.sieve.sample.Streams;
import dev.sieve.trial.Trial;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains some trials of a run once more, and compares them with their rows. */
@Command(
    name = "verify",
    description = "Trains recorded trials again, here, and compares them with their rows.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RecordedRunOptions options;

  @Option(
      names = "--trials",
      paramLabel = "K",
      defaultValue = "3",
      description = "How many, drawn at random. Default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Of the draw. Default: the search's.")
  private Long seed;

  @Override
  public Integer call() {
    if (count < 1) {
      throw new UserError("--trials", "must be >= 1", count);
    }
    PrintWriter out = spec.commandLine().getOut();
    RecordedRun run = options.open(Warnings.to(spec));
    List<Trial> drawn = draw(run.lasting());
    int different = 0;
    for (Trial trial : drawn) {
      Repetition repetition = run.repeat(trial);
      out.print(trial.label() + ": " + RepetitionText.comparison(repetition));
      out.flush();
      different += repetition.isSame() ? 0 : 1;
    }
    if (different > 0) {
      throw new SearchFailure(
          Texts.format("%d of %d trials differ from what is recorded", different, drawn.size()));
    }
    out.print(
        Texts.format("%d of %d trials are the same, digit by digit%n", drawn.size(), drawn.size()));
    out.flush();
    return 0;
  }

  /** Returns {@code count} of {@code trials}, in their order. */
  private List<Trial> draw(List<Trial> trials) {
    if (trials.isEmpty()) {
      throw new UserError("the run has recorded no trial that could be trained again");
    }
    int[] order = IntStream.range(0, trials.size()).toArray();
    Streams.of(seed == null ? options.conf().seed() : seed, "verify").shuffle(order);
    return IntStream.of(order).limit(count).sorted().mapToObj(trials::get).toList();
  }
}
