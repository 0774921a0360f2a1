package dev.sieve.export.page;

import dev.sieve.Texts;
import dev.sieve.export.run.RecordedProvenance;
import dev.sieve.export.run.Run;
import dev.sieve.result.Column;
import dev.sieve.result.ExecutionRow;
import dev.sieve.result.ExecutionTable;
import dev.sieve.result.TrialTable;
import dev.sieve.run.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a run's numbers come from, and how to get them again.
 *
 * @param heading name of the run where the page shows several; else null
 * @param conf as it was run; null where it is missing
 */
record Origin(String heading, String folder, String command, List<Fact> facts, String conf) {
  /** What is shown of the provenance, and how it is called. */
  private static final Map<String, String> TOLD = new LinkedHashMap<>();

  static {
    TOLD.put("sieve", "Sieve");
    TOLD.put("spark", "Spark");
    TOLD.put("java", "Java");
    TOLD.put("blas", "Kernels of the driver");
    TOLD.put("cpu", "Processor of the driver");
    TOLD.put("os", "Operating system");
    TOLD.put("conf", "Hash of the conf");
    TOLD.put("data", "Data");
    TOLD.put("dataFingerprint", "Fingerprint of the data");
  }

  static Origin of(Run run, boolean several) {
    return new Origin(
        several ? run.name() : null,
        run.folder().toAbsolutePath().normalize().getFileName().toString(),
        "submit/sieve search search.conf --out NEW-RUN",
        facts(run),
        run.conf().orElse(null));
  }

  private static List<Fact> facts(Run run) {
    RecordedProvenance provenance = run.provenance();
    List<Fact> facts = new ArrayList<>();
    TOLD.forEach(
        (key, name) -> {
          if (!provenance.fact(key).isEmpty()) {
            facts.add(new Fact(name, provenance.fact(key)));
          }
        });
    run.trials().stream()
        .map(trial -> trial.row().text(TrialTable.SEED))
        .filter(seed -> !seed.isEmpty())
        .findFirst()
        .ifPresent(seed -> facts.add(new Fact("Seed", seed)));
    if (!run.executions().isEmpty()) {
      facts.add(new Fact("Kernels", distinct(run, ExecutionTable.BLAS)));
      facts.add(new Fact("Total training time", seconds(run)));
      takenOver(run).ifPresent(facts::add);
    }
    return facts;
  }

  /** Returns how many trials other runs have trained, and which. */
  private static Optional<Fact> takenOver(Run run) {
    List<String> runs =
        run.executions().stream()
            .filter(Origin::isTakenOver)
            .map(row -> row.text(ExecutionTable.PACK))
            .map(pack -> pack.substring(0, pack.lastIndexOf(ExecutionTable.PACK_OF_RUN)))
            .toList();
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fact(
                "Taken over",
                Text.count(runs.size(), "trial")
                    + " from "
                    + runs.stream().distinct().collect(Collectors.joining(", "))));
  }

  private static boolean isTakenOver(Row execution) {
    return execution.text(ExecutionTable.PACK).contains(ExecutionTable.PACK_OF_RUN);
  }

  private static String distinct(Run run, Column<ExecutionRow> column) {
    return run.executions().stream()
        .map(row -> row.text(column))
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Trials of a pack share its time. */
  private static String seconds(Run run) {
    Map<String, Double> byPack = new LinkedHashMap<>();
    run.executions().stream()
        .filter(row -> !isTakenOver(row))
        .forEach(
            row -> byPack.put(row.text(ExecutionTable.PACK), row.number(ExecutionTable.SECONDS)));
    double sum = byPack.values().stream().filter(s -> !s.isNaN()).mapToDouble(s -> s).sum();
    return Texts.format("%s s in %s", Math.round(sum), Text.count(byPack.size(), "pack"));
  }
}
