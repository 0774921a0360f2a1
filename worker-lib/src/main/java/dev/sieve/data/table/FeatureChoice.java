package dev.sieve.data.table;

import static dev.sieve.data.table.TableColumn.What;

import dev.sieve.Suggestion;
import dev.sieve.Texts;
import dev.sieve.data.DataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns of a file are inputs. */
final class FeatureChoice {
  private static final int SHOWN = 20;

  private final TableSettings settings;
  private final String file;
  private final Map<String, TableColumn> byName = new HashMap<>();
  private final List<String> names;

  /**
   * @param file its name, for messages
   * @param columns all that it has
   */
  FeatureChoice(TableSettings settings, String file, List<TableColumn> columns) {
    this.settings = settings;
    this.file = file;
    this.names = columns.stream().map(TableColumn::name).toList();
    columns.forEach(column -> byName.putIfAbsent(column.name(), column));
  }

  /**
   * Returns the features that the settings choose.
   *
   * @throws DataException where one is not there, or cannot be an input
   */
  List<Feature> features() {
    List<String> wanted = new ArrayList<>(settings.features());
    if (wanted.isEmpty()) {
      wanted.addAll(names);
      wanted.remove(settings.label());
      settings.split().ifPresent(wanted::remove);
    }
    wanted.forEach(this::require);
    if (wanted.contains(settings.label())) {
      throw new DataException(
          Texts.format("features must be other columns than the label %s", settings.label()));
    }
    settings.split().filter(wanted::contains).ifPresent(this::refuseSplit);
    List<TableColumn> chosen = wanted.stream().map(byName::get).toList();
    checkKinds(chosen);
    return chosen.stream().map(column -> new Feature(column.name(), column.what())).toList();
  }

  private void refuseSplit(String column) {
    throw new DataException(
        Texts.format("features must be other columns than %s, which splits the rows", column));
  }

  /** Refuses a file without the column {@code name}. */
  void require(String name) {
    if (!byName.containsKey(name)) {
      List<String> some = names.subList(0, Math.min(names.size(), SHOWN));
      throw new DataException(
          Texts.format(
              "%s must have a column %s, but has none: %s%s",
              file,
              name,
              Suggestion.of(name, some),
              some.size() < names.size()
                  ? Texts.format(" and %d more", names.size() - SHOWN)
                  : ""));
    }
  }

  private void checkKinds(List<TableColumn> chosen) {
    if (chosen.isEmpty()) {
      throw new DataException(Texts.format("%s must have a column beside the label", file));
    }
    checkNone(chosen, What.OTHER, "be numbers, text, arrays of numbers or images");
    if (settings.categories() == Categories.REFUSE) {
      String rule = "be numbers (text needs categories = onehot, or other features)";
      checkNone(chosen, What.TEXT, rule);
    }
    if (chosen.size() > 1) {
      String rule = "be alone (arrays and images are whole examples: set features to that column)";
      checkNone(chosen, What.ARRAYS, rule);
    }
  }

  private void checkNone(List<TableColumn> chosen, What what, String rule) {
    List<String> such =
        chosen.stream()
            .filter(column -> column.what() == what)
            .map(column -> column.name() + " (" + column.type() + ")")
            .limit(SHOWN)
            .toList();
    if (!such.isEmpty()) {
      throw new DataException(
          Texts.format(
              "columns of %s must %s, but there is: %s", file, rule, String.join(", ", such)));
    }
  }

  /** Refuses columns of one name, or of none, among the label and {@code features}. */
  void checkNames(List<Feature> features) {
    Set<String> used = new HashSet<>(features.stream().map(Feature::name).toList());
    used.add(settings.label());
    settings.split().ifPresent(used::add);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (used.contains(name) && name.isBlank()) {
        throw new DataException(
            Texts.format(
                "columns of %s must have names, but the one at %d has none: name the features",
                file, i + 1));
      }
      if (used.contains(name) && !seen.add(name)) {
        throw new DataException(
            Texts.format("columns of %s must have different names, but two are %s", file, name));
      }
    }
  }
}
