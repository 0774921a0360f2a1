package dev.sieve.driver.conf.read;

import com.typesafe.config.ConfigFactory;
import dev.sieve.InvalidValueException;
import dev.sieve.Texts;
import dev.sieve.format.Format;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Domain;
import dev.sieve.space.ScheduleShape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the hyperparameters of a stage stand: in its own {@code training} and {@code space}, or
 * else in those of the stage that it is narrowed from, or else in the root's {@code training}.
 */
final class Scope {
  private static final String SCHEDULE = "schedule.";

  private final Section training;
  private final Section space;
  private final String path;
  private final Optional<Scope> parent;
  private final boolean inherits;
  private final Reading reading;
  private final Set<String> used = new HashSet<>();

  private Scope(Section training, Section space, String path, Optional<Scope> parent) {
    this.training = training;
    this.space = space;
    this.path = path;
    this.parent = parent;
    this.inherits = parent.isPresent() && parent.get().parent.isPresent();
    this.reading = training.reading();
  }

  /** The root's: what all stages share. Its values are used by stages alone. */
  static Scope root(Section search) {
    Section silent = search.within(search.reading().checkOnly());
    Scope root =
        new Scope(
            training(silent),
            Section.of(search.path(), ConfigFactory.empty().root(), silent.reading()),
            search.path(),
            Optional.empty());
    root.checkScheduleKeys();
    return root;
  }

  /** A stage's, over that of the stage it is narrowed from, or else the root's. */
  static Scope of(Section stage, Scope parent) {
    Section space = stage.section("space").knowing(Keys.HYPERPARAMETERS);
    space.section("schedule").knowing(Keys.SCHEDULE);
    Scope scope = new Scope(training(stage), space, stage.path(), Optional.of(parent));
    scope.checkScheduleKeys();
    scope.checkOnce();
    return scope;
  }

  private static Section training(Section section) {
    Section training = section.section("training").knowing(Keys.HYPERPARAMETERS);
    training.section("schedule").knowing(Keys.SCHEDULE);
    return training;
  }

  /** Where a hyperparameter was found. */
  private record Found(Entry entry, boolean searched, Scope scope) {}

  private Optional<Found> find(String key) {
    Optional<Entry> fixed = parent.isEmpty() ? training.find(key) : training.own(key);
    if (fixed.isPresent()) {
      return Optional.of(new Found(fixed.get(), false, this));
    }
    Optional<Entry> searched = space.own(key);
    if (searched.isPresent()) {
      return Optional.of(new Found(searched.get(), true, this));
    }
    return above(key).flatMap(scope -> scope.find(key));
  }

  /** Returns where to look next: for schedules unlike the parent's, the root alone. */
  private Optional<Scope> above(String key) {
    boolean number = isNumberOfSchedule(key);
    return number && hasOtherSchedules() ? Optional.of(root()) : parent;
  }

  private Scope root() {
    return parent.map(Scope::root).orElse(this);
  }

  private boolean hasOtherSchedules() {
    return parent.filter(scope -> !scope.peekShapes().equals(peekShapes())).isPresent();
  }

  /** Returns the domain along {@code axis}: one value, where it is not searched. */
  <T> Optional<Domain<T>> domain(Axis<T> axis) {
    Optional<Found> found = find(axis.key());
    if (found.isEmpty() || found.get().searched()) {
      return found.flatMap(there -> read(axis.key(), there, axis.domains()));
    }
    return read(axis.key(), found.get(), axis.format()).map(Domain::fixed);
  }

  private <T> Optional<T> read(String key, Found found, Format<T> format) {
    Optional<T> value =
        reading.problems().guard(found.entry(), () -> format.read(found.entry().plain()));
    value.ifPresent(read -> use(key, found, format.write(read)));
    return value;
  }

  /** Keeps a value, unless reading the stage that it is inherited from keeps it already. */
  private void use(String key, Found found, Object value) {
    used.add(key);
    if (inherits && found.scope() != this && parent.orElseThrow().used.contains(key)) {
      return;
    }
    String section = found.searched() ? ".space." : ".training.";
    reading.use(path + section + key, value);
  }

  Optional<Entry> entry(String key) {
    return find(key).map(Found::entry);
  }

  /** Returns the shapes of the learning rate; empty where the conf names one that is none. */
  List<ScheduleShape> shapes() {
    return domain(Axes.SCHEDULE).map(Domain::extremes).orElse(List.of());
  }

  /** As {@link #shapes}, without saying that they were used or what is wrong with them. */
  private List<ScheduleShape> peekShapes() {
    Optional<Found> found = find(Axes.SCHEDULE.key());
    try {
      Object plain = found.map(there -> there.entry().plain()).orElse("");
      return found.filter(Found::searched).isPresent()
          ? Axes.SCHEDULE.domains().read(plain).extremes()
          : List.of(Axes.SCHEDULE.format().read(plain));
    } catch (InvalidValueException reportedWhereItIsRead) {
      return List.of();
    }
  }

  /** Returns whether this is the root's, which need not be complete. */
  boolean isRoot() {
    return parent.isEmpty();
  }

  /** Returns what this stage itself sets or searches. */
  Set<Axis<?>> owned() {
    return Axes.ALL.stream().filter(this::owns).collect(Collectors.toUnmodifiableSet());
  }

  private boolean owns(Axis<?> axis) {
    return (isNumberOfSchedule(axis.key()) && hasOtherSchedules())
        || find(axis.key()).filter(found -> found.scope() == this).isPresent();
  }

  private static boolean isNumberOfSchedule(String key) {
    return key.startsWith(SCHEDULE) && !key.equals(Axes.SCHEDULE.key());
  }

  private void checkScheduleKeys() {
    List<ScheduleShape> shapes = peekShapes();
    if (!shapes.isEmpty()) {
      List.of(training, space).forEach(section -> check(section, shapes));
    }
  }

  private void check(Section section, List<ScheduleShape> shapes) {
    String rule =
        "does not belong to "
            + shapes.stream()
                .map(
                    shape ->
                        Texts.format(
                            "a %s schedule, which has %s",
                            shape.text(),
                            shape.numbers().stream()
                                .map(Axis::name)
                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(", nor to "));
    Axes.ALL.stream()
        .filter(axis -> isNumberOfSchedule(axis.key()))
        .filter(axis -> shapes.stream().noneMatch(shape -> shape.has(axis)))
        .flatMap(axis -> section.own(axis.key()).stream())
        .forEach(stray -> reading.problems().refuseKey(stray, rule));
  }

  private void checkOnce() {
    String rule = "is set in " + training.path() + " too: search it or set it, not both";
    Axes.ALL.stream()
        .flatMap(axis -> training.own(axis.key()).flatMap(fixed -> space.own(axis.key())).stream())
        .forEach(twice -> reading.problems().refuseKey(twice, rule));
  }

  String path() {
    return path;
  }

  Problems problems() {
    return reading.problems();
  }
}
