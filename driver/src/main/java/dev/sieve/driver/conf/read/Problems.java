package dev.sieve.driver.conf.read;

import com.typesafe.config.ConfigOrigin;
import dev.sieve.InvalidValueException;
import dev.sieve.Suggestion;
import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.conf.ConfProblem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Collects the mistakes of one conf, so that all are reported at once, each of them once. */
final class Problems {
  private final String file;
  private final Set<ConfProblem> found = new LinkedHashSet<>();
  private final Set<ConfProblem> following = new LinkedHashSet<>(); // from several keys together
  private boolean sectionIsNone;

  Problems(String file) {
    this.file = file;
  }

  /** Returns the conf file as the user named it. */
  String file() {
    return file;
  }

  /** Reports a setting of the command line that cannot be read. */
  void setting(String setting, String rule) {
    found.add(new ConfProblem(Source.SETTING, 0, "", rule, setting, ""));
  }

  /**
   * Throws what was found, if anything was. Where a section is none, its keys seem to be missing:
   * what several keys together make wrong is not told then.
   */
  void throwIfAny() {
    List<ConfProblem> all =
        Stream.of(found, sectionIsNone ? Set.<ConfProblem>of() : following)
            .flatMap(Set::stream)
            .sorted(Comparator.comparingInt(ConfProblem::line))
            .toList();
    if (!all.isEmpty()) {
      throw new ConfException(all);
    }
  }

  /** Reports that the file cannot be read at all, from where on {@code origin} says. */
  void unreadable(Optional<ConfigOrigin> origin, String rule) {
    found.add(problem(origin, "", rule, "", ""));
  }

  /** Reports that what stands at {@code entry} must be a section. */
  void noSection(Entry entry) {
    sectionIsNone = true;
    String rule = "must be a section, " + entry.name() + " { … }";
    found.add(problem(origin(entry), entry.key(), rule, entry.shown(), ""));
  }

  /** Reports a key that nobody knows. */
  void unknownKey(Entry entry, Collection<String> known) {
    found.add(unknown(entry, entry.name(), "is not a key", known));
  }

  /** Reports a key that should be there and is not. */
  void missing(String key, String rule) {
    following.add(problem(Optional.empty(), key, rule, "", ""));
  }

  /** Reports a value that, with other keys, breaks {@code rule}. */
  void refuse(Entry entry, String rule) {
    following.add(problem(origin(entry), entry.key(), rule, entry.shown(), ""));
  }

  /** Reports what is wrong with a key, whatever its value. */
  void refuseKey(Entry entry, String rule) {
    following.add(problem(origin(entry), entry.key(), rule, "", ""));
  }

  /** Reports a value that names what there is not. */
  void unknownName(Entry entry, String name, String rule, Collection<String> known) {
    following.add(unknown(entry, name, rule, known));
  }

  /** Returns the problem with the nearest of the known names, or else all of them. */
  private ConfProblem unknown(Entry entry, String name, String rule, Collection<String> known) {
    Optional<String> nearest = Suggestion.nearest(name, known);
    String list =
        nearest.isPresent() || known.isEmpty() ? "" : "; known: " + String.join(", ", known);
    return problem(origin(entry), entry.key(), rule + list, "", nearest.orElse(""));
  }

  /** Returns what {@code making} makes, or reports why the value at {@code entry} is refused. */
  <T> Optional<T> guard(Entry entry, Supplier<T> making) {
    try {
      return Optional.of(making.get());
    } catch (InvalidValueException e) {
      refuse(entry, e);
    } catch (IllegalArgumentException e) {
      found.add(problem(origin(entry), entry.key(), rule("", e.getMessage()), "", ""));
    }
    return Optional.empty();
  }

  /** Reports that the value at {@code entry} breaks a rule. */
  void refuse(Entry entry, InvalidValueException e) {
    boolean named = e.thing().isEmpty() || e.thing().equals(entry.name());
    String rule = rule(named ? "" : e.thing() + " ", e.rule());
    found.add(problem(origin(entry), entry.key(), rule, value(entry, e), ""));
  }

  /** A rule that does not say what the key must be is told as a reason. */
  private static String rule(String thing, String rule) {
    return thing.isEmpty() && rule.startsWith("must ") ? rule : "is refused: " + thing + rule;
  }

  /** Returns the value as the conf has it, or that part of it which breaks the rule. */
  private static String value(Entry entry, InvalidValueException e) {
    return e.value() == null || isSame(entry.plain(), e.value())
        ? entry.shown()
        : Entry.shown(e.value());
  }

  private static boolean isSame(Object plain, Object value) {
    return plain.equals(value)
        || (plain instanceof Number one
            && value instanceof Number other
            && one.doubleValue() == other.doubleValue());
  }

  private static Optional<ConfigOrigin> origin(Entry entry) {
    return Optional.of(entry.value().origin());
  }

  private ConfProblem problem(
      Optional<ConfigOrigin> origin, String key, String rule, String value, String nearest) {
    Optional<ConfigOrigin> shown =
        origin.filter(o -> !o.description().startsWith(Source.REFERENCE));
    if (shown.filter(o -> o.description().startsWith(Source.SETTING)).isPresent()) {
      return new ConfProblem(Source.SETTING, 0, key, rule, value, nearest);
    }
    int line = shown.map(o -> Math.max(0, o.lineNumber())).orElse(0);
    String place = shown.map(this::place).orElse(file);
    return new ConfProblem(place, line, key, rule, value, nearest);
  }

  /** Returns the file as the user named it, or the included file that the origin is in. */
  private String place(ConfigOrigin origin) {
    String name = origin.filename();
    if (name == null || Path.of(name).toAbsolutePath().equals(Path.of(file).toAbsolutePath())) {
      return file;
    }
    return name;
  }
}
