package dev.sieve.driver.cli.summary;

import dev.sieve.Texts;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.search.Results;
import dev.sieve.result.EnsembleRow;
import dev.sieve.trial.Ensemble;
import dev.sieve.trial.Measured;
import dev.sieve.trial.Metrics;
import java.util.Optional;
import java.util.stream.Stream;

/** What a search says of several networks of its final model together. */
final class EnsembleText {
  private EnsembleText() {}

  /** Returns nothing where no networks were measured together. */
  static String of(Results results) {
    Optional<Ensemble> repeats =
        results.rows().ensembles().stream()
            .filter(row -> row.first().stage().equals(StageConf.FINAL))
            .map(EnsembleRow::ensemble)
            .findFirst();
    Optional<Ensemble> cycles =
        results.last().stream().flatMap(result -> Stream.ofNullable(result.ensemble())).findFirst();
    return repeats.map(ensemble -> together(ensemble, "repeats")).orElse("")
        + cycles.map(ensemble -> together(ensemble, "cycles, repeat 0")).orElse("");
  }

  private static String together(Ensemble ensemble, String of) {
    String line = "  ensemble of %d %s%s: validation %s%s%n";
    String plain =
        Texts.format(
            line, ensemble.size(), of, "", shown(ensemble.validation()), tested(ensemble.test()));
    Measured mirror = ensemble.mirror();
    return mirror == null
        ? plain
        : plain
            + Texts.format(
                line,
                ensemble.size(),
                of,
                ", with mirror images",
                shown(mirror.validation()),
                tested(mirror.test()));
  }

  private static String shown(Metrics metrics) {
    return FinalText.accuracy(metrics.accuracy());
  }

  private static String tested(Metrics test) {
    return test == null ? "" : ", test " + shown(test);
  }
}
