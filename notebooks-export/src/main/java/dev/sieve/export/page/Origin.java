package dev.sieve.export.page;

import dev.sieve.export.run.Provenance;
import dev.sieve.export.run.Row;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.SearchConf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a run's numbers come from, and how to get them again.
 *
 * @param heading name of the run where the page shows several; else null
 * @param conf as it was run; null where it is missing
 */
record Origin(String heading, String folder, String command, List<Fact> facts, String conf) {
  /** What of the provenance is told, and how it is called. */
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
    TOLD.put("dataFingerprint", "Fingerprint of the images");
  }

  static Origin of(Run run, boolean several) {
    return new Origin(
        several ? run.name() : null,
        run.folder().toAbsolutePath().normalize().getFileName().toString(),
        "submit/sieve search search.conf --out NEW-RUN",
        facts(run),
        run.conf().map(SearchConf::text).orElse(null));
  }

  private static List<Fact> facts(Run run) {
    Provenance provenance = run.provenance();
    List<Fact> facts = new ArrayList<>();
    TOLD.forEach(
        (key, name) -> {
          if (!provenance.fact(key).isEmpty()) {
            facts.add(new Fact(name, provenance.fact(key)));
          }
        });
    run.conf()
        .map(conf -> conf.text("seed"))
        .filter(seed -> !seed.isEmpty())
        .ifPresent(seed -> facts.add(new Fact("Seed", seed)));
    if (!run.executions().isEmpty()) {
      facts.add(new Fact("Trained by", distinct(run, "blas")));
      facts.add(new Fact("Time of all packs", seconds(run)));
    }
    return facts;
  }

  private static String distinct(Run run, String column) {
    return run.executions().stream()
        .map(row -> row.text(column))
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Trials of a pack share its time. */
  private static String seconds(Run run) {
    Map<String, Double> byPack = new LinkedHashMap<>();
    for (Row row : run.executions()) {
      byPack.put(row.text("pack"), row.number("seconds"));
    }
    double sum = byPack.values().stream().filter(s -> !s.isNaN()).mapToDouble(s -> s).sum();
    return "%s s in %s".formatted(Math.round(sum), Text.count(byPack.size(), "pack"));
  }
}
