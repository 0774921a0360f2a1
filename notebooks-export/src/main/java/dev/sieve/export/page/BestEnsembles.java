package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.EnsembleResult;
import dev.sieve.export.run.EnsembleResult.Accuracies;
import dev.sieve.export.run.EnsembleResult.Members;
import dev.sieve.export.run.Run;
import java.util.ArrayList;
import java.util.List;

/** The best ensembles of a run, beside what their networks reach one by one. */
final class BestEnsembles {
  private BestEnsembles() {}

  static Ranked of(Run run, boolean several) {
    List<Hyperparameter> axes = Hyperparameter.varied(run);
    List<EnsembleResult> best = run.ensembles().stream().sorted(EnsembleResult.BEST_FIRST).toList();
    return new Ranked(
        heading(best) + (several ? " in " + run.name() : ""),
        columns(axes, isMirrored(best)),
        best.stream()
            .limit(Ranked.MOST)
            .map(ensemble -> row(axes, ensemble, isMirrored(best)))
            .toList(),
        note(best));
  }

  private static String heading(List<EnsembleResult> best) {
    return isOfCycles(best) ? "Ensembles of the ends of cycles" : "Ensembles of repeats";
  }

  private static String note(List<EnsembleResult> best) {
    String told =
        "Ensemble: by the mean of the probabilities that the networks assign. Single: "
            + (isOfCycles(best)
                ? "the network at the end of the training; of several repeats, the mean."
                : "the mean of the networks, one by one.")
            + (isMirrored(best)
                ? " Mirror: the ensemble by the mean over each image and its mirror image."
                : "");
    return best.size() > Ranked.MOST
        ? Texts.format(
            "The best %d of %,d; all stand in %s. %s",
            Ranked.MOST, best.size(), isOfCycles(best) ? "trials.csv" : "ensembles.csv", told)
        : told;
  }

  /** Whether the run measured cycles together: it does so with these or with repeats. */
  private static boolean isOfCycles(List<EnsembleResult> ensembles) {
    return ensembles.stream().anyMatch(ensemble -> ensemble.members() == Members.CYCLES);
  }

  private static boolean isMirrored(List<EnsembleResult> ensembles) {
    return ensembles.stream().anyMatch(ensemble -> !Double.isNaN(ensemble.validation().mirror()));
  }

  private static List<String> columns(List<Hyperparameter> axes, boolean mirrored) {
    List<String> columns = new ArrayList<>(List.of("Stage"));
    axes.forEach(axis -> columns.add(axis.name()));
    columns.add("Networks");
    for (String images : List.of("Validation", "Test")) {
      columns.add(images + ", single");
      columns.add(images + ", ensemble");
      if (mirrored) {
        columns.add(images + ", ensemble, mirror");
      }
    }
    return columns;
  }

  private static Ranked.Row row(
      List<Hyperparameter> axes, EnsembleResult ensemble, boolean mirrored) {
    List<String> values = new ArrayList<>();
    axes.forEach(axis -> values.add(axis.value(ensemble.first())));
    values.add(String.valueOf(ensemble.networks()));
    for (Accuracies accuracies : List.of(ensemble.validation(), ensemble.test())) {
      values.add(Text.percent(accuracies.single()));
      values.add(Text.percent(accuracies.together()));
      if (mirrored) {
        values.add(Text.percent(accuracies.mirror()));
      }
    }
    return new Ranked.Row(ensemble.first().stage(), values);
  }
}
