package dev.sieve.export.run;

import dev.sieve.data.ImageShape;
import dev.sieve.data.catalog.Sources;
import dev.sieve.data.cifar.Cifar10;
import dev.sieve.data.cifar.Cifar10Source;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import dev.sieve.run.PlanFile;
import dev.sieve.run.RunFiles;
import dev.sieve.run.SearchPlan;
import dev.sieve.run.SearchPlan.Narrowed;
import dev.sieve.run.SearchPlan.PlannedDomain;
import dev.sieve.run.SearchPlan.SearchedAxis;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.run.UnreadableRun;
import dev.sieve.trial.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known of a run beside its results: its plan, or, of a run that an earlier version of
 * Sieve made, what its tables say.
 *
 * @param recorded what {@code plan.json} says; empty where there is none
 * @param stages in their order, at least those that have trials
 */
public record RunPlan(Optional<SearchPlan> recorded, List<Stage> stages) {

  /** Those of CIFAR-10: there were no others. */
  private static final SearchPlan.Image IMAGES_OF_EARLIER_VERSIONS =
      new SearchPlan.Image(32, 32, 3);

  public RunPlan {
    stages = List.copyOf(stages);
  }

  static RunPlan read(Path folder, List<RunTrial> trials) {
    Optional<SearchPlan> recorded = read(folder.resolve(RunFiles.PLAN));
    List<Stage> stages = new ArrayList<>(recorded.map(SearchPlan::stages).orElse(List.of()));
    Set<String> known = new HashSet<>(stages.stream().map(Stage::name).toList());
    trials.stream()
        .map(RunTrial::stage)
        .filter(known::add)
        .forEach(name -> stages.add(unplanned(name, stages)));
    return new RunPlan(recorded, stages);
  }

  private static Optional<SearchPlan> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(PlanFile.read(file.toString(), Files.readString(file)));
    } catch (IOException e) {
      throw new UnreadableRun("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** As confs have it unless they say otherwise: final goes on from the stage before it. */
  private static Stage unplanned(String name, List<Stage> before) {
    Stage stage = Stage.named(name);
    if (!stage.isFinal() || before.isEmpty()) {
      return stage;
    }
    String from = before.get(before.size() - 1).name();
    return new Stage(
        name, null, 0, 0, 0, null, null, null, null, new Narrowed(from, 1, 0, ""), null);
  }

  /** Returns what the stages searched of the hyperparameter that {@code column} shows. */
  public Stream<SearchedAxis> searched(String column) {
    return stages.stream().flatMap(stage -> stage.axis(column).stream());
  }

  /** Returns whether a stage searched all numbers between two in {@code column}. */
  public boolean isRange(String column) {
    return searched(column).anyMatch(axis -> axis.domain().isRange());
  }

  /** Returns the ends of all that was searched of the numbers in {@code column}. */
  public Optional<Range> reach(String column) {
    double[] numbers =
        searched(column)
            .flatMap(axis -> axis.domain().numbers().stream())
            .mapToDouble(number -> number)
            .sorted()
            .toArray();
    return numbers.length == 0
        ? Optional.empty()
        : Optional.of(new Range(numbers[0], numbers[numbers.length - 1]));
  }

  /** Returns the range of {@code column} that the last stage was narrowed to. */
  public Optional<Range> narrowed(String column) {
    return stages.stream()
        .filter(stage -> stage.narrowed() != null && !stage.isFinal())
        .flatMap(stage -> stage.axis(column).stream())
        .map(SearchedAxis::domain)
        .filter(PlannedDomain::isRange)
        .map(domain -> new Range(domain.numbers().get(0), domain.numbers().get(1)))
        .reduce((first, second) -> second);
  }

  /**
   * Returns where the data come from; empty where it is not known, or no longer by this version.
   */
  Optional<DataSource> source() {
    return recorded
        .map(SearchPlan::data)
        .flatMap(
            data -> Sources.named(data.source()).flatMap(kind -> kind.read(new Recorded(data))));
  }

  /** Reads the keys of a kind of source from a plan, which has a value of each. */
  private record Recorded(SearchPlan.Data data) implements Settings.Reader {

    @Override
    public <T> Optional<T> read(SourceKey<T> key) {
      try {
        return Optional.ofNullable(data.settings().get(key.path())).map(key.format()::read);
      } catch (IllegalArgumentException e) {
        return Optional.empty(); // of another version
      }
    }
  }

  /** Returns what the search maximizes; accuracy where nothing else is recorded. */
  Metric metric() {
    return recorded.map(SearchPlan::metric).flatMap(Metric::named).orElse(Metric.ACCURACY);
  }

  /** Returns the shape of each example; empty where they are no images. */
  public Optional<ImageShape> shape() {
    return recorded
        .map(plan -> Optional.ofNullable(plan.data().image()))
        .orElse(Optional.of(IMAGES_OF_EARLIER_VERSIONS))
        .map(image -> new ImageShape(image.height(), image.width(), image.channels()));
  }

  /** Returns the names of {@code classes} classes; their numbers where they have none. */
  public List<String> classNames(int classes, RecordedProvenance provenance) {
    List<String> names =
        recorded
            .map(plan -> plan.data().classNames())
            .orElseGet(() -> promised(provenance.fact("data")));
    return names != null && !names.isEmpty() && classes <= names.size()
        ? names.subList(0, classes)
        : IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
  }

  /** What a source of that name promises, wherever its data lie. */
  private static List<String> promised(String source) {
    return source.equals(Cifar10Source.NAME) ? Cifar10.CLASS_NAMES : List.of();
  }
}
