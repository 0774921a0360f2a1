package dev.sieve.driver.search;

import dev.sieve.Texts;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.pack.PackExecutor;
import java.util.List;
import java.util.Optional;

/**
 * Which stages keep cores waiting for the end of a batch. Larger batches would not, but they are
 * others: what is asked for depends on what was told.
 */
public final class IdleCores {
  private IdleCores() {}

  /** Returns a sentence for each stage of {@code conf} whose batches leave cores idle. */
  public static List<String> of(SearchConf conf, PackExecutor executor) {
    return of(conf, executor.executors().cores());
  }

  static List<String> of(SearchConf conf, int cores) {
    return conf.stages().stream().flatMap(stage -> of(stage, cores).stream()).toList();
  }

  private static Optional<String> of(StageConf stage, int cores) {
    int configurations = stage.plan().configurations();
    int batch =
        stage
            .plan()
            .map(
                search -> search.sampling().batch(),
                confirm -> confirm.configurations(),
                last -> 1);
    int idle = cores - batch * stage.repeatsAtOnce();
    if (batch >= configurations || idle <= 0) {
      return Optional.empty();
    }
    int enough =
        Math.min(configurations, (cores + stage.repeatsAtOnce() - 1) / stage.repeatsAtOnce());
    return Optional.of(
        Texts.format(
            "%s: %d cores, batch %d: up to %d idle; batch = %d changes the results",
            stage.name(), cores, batch, idle, enough));
  }
}
