package dev.sieve.export.figure;

import dev.sieve.export.run.Range;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.format.ColumnType;
import dev.sieve.format.Numbers;
import dev.sieve.result.TrialTable;
import dev.sieve.run.SearchPlan.PlannedDomain;
import dev.sieve.run.SearchPlan.SearchedAxis;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.AxisColumn;
import dev.sieve.space.ScheduleAxes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hyperparameter as reports show it: a column of {@code trials}, and what its declaration says.
 *
 * @param column its name in the table
 * @param name as the conf calls it: {@code eta-max}
 * @param hint title, letter and unit: {@code highest learning rate η}; empty where these say no
 *     more than the name
 * @param numeric whether its values are numbers
 */
public record Hyperparameter(String column, String name, String hint, boolean numeric) {
  /** Of so many listed numbers, each has a tick of its own. */
  private static final int FEW = 8;

  private static final String ETA_MIN = header(ScheduleAxes.ETA_MIN);

  /** The column of the largest rate, whatever the schedule calls it. */
  static final String LARGEST_RATE = header(ScheduleAxes.ETA_MAX);

  static final String L2 = header(Axes.L2);

  /** One for each column, in the order of declaration; a rate called as {@code runs} call it. */
  private static List<Hyperparameter> all(Run... runs) {
    List<Hyperparameter> all = new ArrayList<>();
    for (Axis<?> axis : Axes.ALL) {
      if (axis != (isPlainRate(runs) ? ScheduleAxes.ETA_MAX : ScheduleAxes.ETA)) {
        axis.columns().forEach(column -> all.add(of(axis, column)));
      }
    }
    all.add(new Hyperparameter(TrialTable.NORMALIZATION.header(), "normalization", "", false));
    return all;
  }

  private static Hyperparameter of(Axis<?> axis, AxisColumn column) {
    boolean own = axis.columns().get(0).equals(column);
    String name = own ? axis.name() : column.header().replace('_', '-');
    return new Hyperparameter(
        column.header(), name, own ? hint(axis) : "", column.type() != ColumnType.TEXT);
  }

  private static String hint(Axis<?> axis) {
    String title = decapitalized(axis.title());
    String words = title.equals(axis.name().replace('-', ' ')) ? "" : title;
    String named = (words + "\u00a0" + axis.symbol()).strip();
    return Stream.of(words.isEmpty() || axis.symbol().isEmpty() ? words : named, axis.unit())
        .filter(part -> !part.isEmpty() && !part.equals(axis.name()))
        .collect(Collectors.joining(", "));
  }

  /** Returns {@code title} as it stands within a sentence; an L2 penalty stays one. */
  private static String decapitalized(String title) {
    return title.length() > 1 && Character.isLowerCase(title.charAt(1))
        ? Character.toLowerCase(title.charAt(0)) + title.substring(1)
        : title;
  }

  /** Whether all that is known of {@code runs} calls the largest rate {@code eta}. */
  private static boolean isPlainRate(Run... runs) {
    List<String> keys =
        Arrays.stream(runs)
            .flatMap(run -> run.plan().searched(LARGEST_RATE))
            .map(SearchedAxis::key)
            .distinct()
            .toList();
    return keys.isEmpty()
        ? Arrays.stream(runs)
            .flatMap(run -> run.trials().stream())
            .noneMatch(trial -> trial.row().number(ETA_MIN) != trial.row().number(LARGEST_RATE))
        : keys.equals(List.of(ScheduleAxes.ETA.key()));
  }

  private static String header(Axis<?> axis) {
    return axis.columns().get(0).header();
  }

  /** Returns those that differ between the competing trials of {@code runs}. */
  public static List<Hyperparameter> varied(Run... runs) {
    return all(runs).stream()
        .filter(
            axis ->
                Arrays.stream(runs)
                        .flatMap(Run::competing)
                        .map(trial -> trial.row().text(axis.column))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .limit(2)
                        .count()
                    == 2)
        .filter(axis -> Arrays.stream(runs).flatMap(Run::competing).anyMatch(axis::isOwn))
        .toList();
  }

  /**
   * Returns those in which trials of one stage differ. A budget that rises from stage to stage is
   * none of them, nor what only tells {@code runs} apart.
   */
  public static List<Hyperparameter> searched(List<Run> runs) {
    return varied(runs.toArray(Run[]::new)).stream()
        .filter(axis -> runs.stream().anyMatch(axis::isSearchedIn))
        .toList();
  }

  private boolean isSearchedIn(Run run) {
    return run.stages().stream()
        .anyMatch(
            stage ->
                run.of(stage.name()).stream()
                        .map(trial -> trial.row().text(column))
                        .distinct()
                        .limit(2)
                        .count()
                    == 2);
  }

  /** Returns those that have a value in {@code trial} and change something: not 0, not none. */
  public static List<Hyperparameter> of(Run run, RunTrial trial) {
    return all(run).stream()
        .filter(axis -> trial.row().has(axis.column))
        .filter(axis -> axis.isOwn(trial))
        .filter(
            axis -> !axis.numeric || trial.row().number(axis.column) != 0 || axis.column.equals(L2))
        .toList();
  }

  /** Whether {@code trial} has it beside others: a constant rate is its own lowest one. */
  private boolean isOwn(RunTrial trial) {
    return !column.equals(ETA_MIN)
        || trial.row().number(ETA_MIN) != trial.row().number(LARGEST_RATE);
  }

  /**
   * Whether an axis of it is logarithmic: where a stage searched it by its logarithm, or a list of
   * numbers spans a factor of 8 or more. Such an axis has a place of its own for 0.
   */
  public boolean logarithmic(Run run) {
    if (!numeric) {
      return false;
    }
    double[] values =
        run.competing()
            .mapToDouble(t -> t.row().number(column))
            .filter(v -> v > 0)
            .sorted()
            .toArray();
    if (values.length == 0 || run.competing().anyMatch(t -> t.row().number(column) < 0)) {
      return false;
    }
    List<PlannedDomain> ranges =
        run.plan()
            .searched(column)
            .map(SearchedAxis::domain)
            .filter(PlannedDomain::isRange)
            .toList();
    return ranges.isEmpty()
        ? values[values.length - 1] / values[0] >= 8
        : ranges.stream().anyMatch(PlannedDomain::isLogarithmic);
  }

  /** Returns its name and, in brackets, what that means. */
  public String title() {
    return hint.isEmpty() ? name : name + " (" + hint + ")";
  }

  /** Returns {@code l2 0.1, eta-max 0.001}: what tells {@code trial} from others of {@code run}. */
  public static String setting(Run run, RunTrial trial) {
    return varied(run).stream()
        .filter(axis -> trial.row().has(axis.column))
        .map(axis -> axis.name + "\u00a0" + axis.value(trial))
        .collect(Collectors.joining(", "));
  }

  /** Returns its value in {@code trial}, which has one: a number, or a text. */
  Object place(RunTrial trial) {
    return numeric ? (Object) trial.row().number(column) : trial.row().text(column);
  }

  /** Returns its value in {@code trial}, as people read it. */
  public String value(RunTrial trial) {
    String text = trial.row().text(column);
    return numeric && !text.isEmpty() ? Numbers.shown(trial.row().number(column)) : text;
  }

  /** Returns the numbers that were searched, where they are a list of a few. */
  private List<Double> marks(Run... runs) {
    List<Double> listed =
        Arrays.stream(runs)
            .flatMap(run -> run.plan().searched(column))
            .map(SearchedAxis::domain)
            .flatMap(domain -> domain.numbers().stream())
            .distinct()
            .sorted()
            .toList();
    boolean ranges = Arrays.stream(runs).anyMatch(run -> run.plan().isRange(column));
    return ranges || listed.size() > FEW ? List.of() : listed;
  }

  /** Returns the values that trials of {@code run} have, as text, in their order. */
  private List<String> values(Run run) {
    return run.competing()
        .map(trial -> trial.row().text(column))
        .filter(text -> !text.isEmpty())
        .distinct()
        .sorted(
            Comparator.comparing(Hyperparameter::numbers, Arrays::compare).thenComparing(t -> t))
        .toList();
  }

  /** Returns the numbers in {@code text}: widths of layers are ordered by them. */
  private static int[] numbers(String text) {
    return Arrays.stream(text.split("\\D+", -1))
        .filter(digits -> !digits.isEmpty() && digits.length() < 10)
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** Returns the axis of a plane that shows it, over all that was searched. */
  Scale scale(Run... runs) {
    if (!numeric) {
      return Scale.named(
          column,
          title(),
          Arrays.stream(runs).flatMap(r -> values(r).stream()).distinct().toList());
    }
    boolean logarithmic = Arrays.stream(runs).anyMatch(this::logarithmic);
    List<Range> searched =
        Arrays.stream(runs).flatMap(run -> run.plan().reach(column).stream()).toList();
    Optional<Range> reach =
        searched.stream()
            .reduce((a, b) -> new Range(Math.min(a.low(), b.low()), Math.max(a.high(), b.high())));
    return new Scale(column, title(), logarithmic, false, reach, marks(runs), List.of());
  }
}
