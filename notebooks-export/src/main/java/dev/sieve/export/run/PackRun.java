package dev.sieve.export.run;

import dev.sieve.result.ExecutionTable;
import dev.sieve.run.Row;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When and where a pack was trained.
 *
 * @param name of the pack
 * @param stage of its first trial
 * @param trials their labels
 * @param lane the executor, and which of the packs that it trained at once
 * @param start seconds since the first pack began, and {@code end}
 */
public record PackRun(
    String name, String stage, List<String> trials, String lane, double start, double end) {
  public PackRun {
    trials = List.copyOf(trials);
  }

  /**
   * Returns the packs in {@code executions} whose times are known, as they began; none of other
   * runs, whose trials were taken over.
   */
  public static List<PackRun> of(List<Row> executions) {
    Map<String, List<Row>> byPack = new LinkedHashMap<>();
    executions.stream()
        .filter(row -> began(row) != null)
        .filter(row -> !row.text(ExecutionTable.PACK).contains(ExecutionTable.PACK_OF_RUN))
        .filter(row -> row.number(ExecutionTable.SECONDS) > 0)
        .forEach(
            row ->
                byPack
                    .computeIfAbsent(row.text(ExecutionTable.PACK), pack -> new ArrayList<>())
                    .add(row));
    Instant first =
        byPack.values().stream()
            .map(rows -> began(rows.get(0)))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    List<List<Row>> packs =
        byPack.values().stream().sorted(Comparator.comparing(rows -> began(rows.get(0)))).toList();
    Map<String, List<Double>> busy = new LinkedHashMap<>();
    List<PackRun> placed = new ArrayList<>();
    for (List<Row> rows : packs) {
      placed.add(placed(rows, first, busy));
    }
    return placed;
  }

  /**
   * @param busy until when each row of an executor is taken; changed
   */
  private static PackRun placed(List<Row> rows, Instant first, Map<String, List<Double>> busy) {
    Row row = rows.get(0);
    double start = (began(row).toEpochMilli() - first.toEpochMilli()) / 1000.0;
    double end = start + row.number(ExecutionTable.SECONDS);
    String executor = row.text(ExecutionTable.EXECUTOR) + " on " + row.text(ExecutionTable.HOST);
    List<Double> lanes = busy.computeIfAbsent(executor, name -> new ArrayList<>());
    int lane = 0;
    while (lane < lanes.size() && lanes.get(lane) > start) {
      lane++;
    }
    if (lane == lanes.size()) {
      lanes.add(end);
    }
    lanes.set(lane, end);
    return new PackRun(
        row.text(ExecutionTable.PACK),
        row.text(ExecutionTable.STAGE),
        rows.stream()
            .map(of -> RunTrial.label(of.text(ExecutionTable.STAGE), of.text(ExecutionTable.TRIAL)))
            .toList(),
        executor + ", " + (lane + 1),
        start,
        end);
  }

  /** Returns when the pack of {@code row} began; null where it is not known. */
  private static Instant began(Row row) {
    try {
      return Instant.parse(row.text(ExecutionTable.STARTED_AT));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
