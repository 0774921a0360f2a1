package dev.sieve.export.run;

import dev.sieve.result.Column;
import dev.sieve.result.ExecutionTable;
import dev.sieve.run.Row;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When and where a pack was trained.
 *
 * @param name of the pack
 * @param stage of its first trial
 * @param trials in the order of the table
 * @param timed whether the times of its trials are known, and not only its own
 * @param lane the executor and its core; of a run that does not record cores, which of the packs
 *     that it trained at once
 * @param start seconds since the first pack began, and {@code end}
 */
public record PackRun(
    String name,
    String stage,
    List<TrialSpan> trials,
    boolean timed,
    String lane,
    double start,
    double end) {
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
        .filter(row -> time(row, ExecutionTable.STARTED_AT).isPresent())
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
    double start = since(first, began(row));
    double end = start + row.number(ExecutionTable.SECONDS);
    String executor = row.text(ExecutionTable.EXECUTOR) + " on " + row.text(ExecutionTable.HOST);
    List<Double> lanes = busy.computeIfAbsent(executor, name -> new ArrayList<>());
    int lane =
        row.has(ExecutionTable.CORE) ? (int) row.number(ExecutionTable.CORE) : free(lanes, start);
    while (lanes.size() <= lane) {
      lanes.add(0.0);
    }
    lanes.set(lane, end);
    return new PackRun(
        row.text(ExecutionTable.PACK),
        row.text(ExecutionTable.STAGE),
        rows.stream().map(of -> span(of, first, start, end)).toList(),
        rows.stream().allMatch(PackRun::isTimed),
        executor + ", " + (lane + 1),
        start,
        end);
  }

  private static int free(List<Double> lanes, double start) {
    int lane = 0;
    while (lane < lanes.size() && lanes.get(lane) > start) {
      lane++;
    }
    return lane;
  }

  private static TrialSpan span(Row row, Instant first, double start, double end) {
    String label = RunTrial.label(row.text(ExecutionTable.STAGE), row.text(ExecutionTable.TRIAL));
    return isTimed(row)
        ? new TrialSpan(
            label,
            since(first, time(row, ExecutionTable.TRIAL_STARTED_AT).get()),
            since(first, time(row, ExecutionTable.TRIAL_ENDED_AT).get()))
        : new TrialSpan(label, start, end);
  }

  private static boolean isTimed(Row row) {
    return time(row, ExecutionTable.TRIAL_STARTED_AT).isPresent()
        && time(row, ExecutionTable.TRIAL_ENDED_AT).isPresent();
  }

  private static double since(Instant first, Instant then) {
    return (then.toEpochMilli() - first.toEpochMilli()) / 1000.0;
  }

  /** Returns when the pack of {@code row} began, which is known. */
  private static Instant began(Row row) {
    return time(row, ExecutionTable.STARTED_AT).orElseThrow();
  }

  private static Optional<Instant> time(Row row, Column<?> column) {
    try {
      return Optional.of(Instant.parse(row.text(column)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
