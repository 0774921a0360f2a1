package dev.sieve.driver.conf.read;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.sieve.format.Format;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One section of a conf, over the section that its missing keys are looked up in. Each layer keeps
 * its own path, so that a mistake is reported where it was made.
 */
final class Section {
  private final String path;
  private final ConfigObject object;
  private final Optional<Section> fallback;
  private final Reading reading;

  private Section(String path, ConfigObject object, Optional<Section> fallback, Reading reading) {
    this.path = path;
    this.object = object;
    this.fallback = fallback;
    this.reading = reading;
  }

  static Section of(String path, ConfigObject object, Reading reading) {
    return new Section(path, object, Optional.empty(), reading);
  }

  String path() {
    return path;
  }

  /** Returns the keys that the top layer gives a value: null is none, whatever the key. */
  Set<String> names() {
    return object.keySet().stream()
        .filter(key -> object.get(key).valueType() != ConfigValueType.NULL)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Section over(Section lower) {
    return new Section(path, object, Optional.of(lower), reading);
  }

  /** Returns the top layer alone. */
  Section withoutDefaults() {
    return new Section(path, object, Optional.empty(), reading);
  }

  Section within(Reading other) {
    return new Section(path, object, fallback.map(lower -> lower.within(other)), other);
  }

  /** Returns the section {@code key} of every layer, empty where there is none. */
  Section section(String key) {
    ConfigObject inner = ConfigFactory.empty().root();
    Optional<Entry> here = own(key);
    if (here.isPresent()) {
      if (here.get().value() instanceof ConfigObject found) {
        inner = found;
      } else {
        reading.problems().noSection(here.get());
      }
    }
    return new Section(path + "." + key, inner, fallback.map(lower -> lower.section(key)), reading);
  }

  /**
   * Returns the section {@code key} of the top layer; empty where that has another value, or none.
   */
  Optional<Section> inside(String key) {
    return own(key)
        .filter(entry -> entry.value() instanceof ConfigObject)
        .map(entry -> of(path + "." + key, (ConfigObject) entry.value(), reading));
  }

  /** Reports the keys of the top layer that are none of {@code known}; returns this section. */
  Section knowing(List<String> known) {
    for (String key : object.keySet()) {
      if (!known.contains(key)) {
        reading.problems().unknownKey(new Entry(path + "." + key, object.get(key)), known);
      }
    }
    return this;
  }

  /**
   * Returns what the top layer has under {@code key}, a name or a path of two. A null there is as
   * if nothing stood there.
   */
  Optional<Entry> own(String key) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      return entry(object, key, path + "." + key);
    }
    ConfigValue inner = object.get(key.substring(0, dot));
    return inner instanceof ConfigObject section
        ? entry(section, key.substring(dot + 1), path + "." + key)
        : Optional.empty();
  }

  private static Optional<Entry> entry(ConfigObject object, String name, String key) {
    return Optional.ofNullable(object.get(name))
        .filter(value -> value.valueType() != ConfigValueType.NULL)
        .map(value -> new Entry(key, value));
  }

  Optional<Entry> find(String key) {
    Optional<Entry> own = own(key);
    return own.isPresent() ? own : fallback.flatMap(lower -> lower.find(key));
  }

  /** Returns the value under {@code key}; empty where there is none, or where it was refused. */
  <T> Optional<T> read(String key, Format<T> format) {
    Optional<T> read =
        find(key)
            .flatMap(entry -> reading.problems().guard(entry, () -> format.read(entry.plain())));
    read.ifPresent(value -> reading.use(path + "." + key, format.write(value)));
    return read;
  }

  /** As {@link #read}, but reports a key that is not there. */
  <T> Optional<T> require(String key, Format<T> format, String rule) {
    if (find(key).isEmpty()) {
      reading.problems().missing(path + "." + key, rule);
    }
    return read(key, format);
  }

  Reading reading() {
    return reading;
  }
}
