package dev.sieve.export.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conf as it was run: {@code search.conf}.
 *
 * @param text the file
 * @param config what it says, below {@code search}
 * @param stages in the order in which they run
 */
public record SearchConf(String text, Config config, List<Stage> stages) {
  private static final ConfigRenderOptions CONCISE = ConfigRenderOptions.concise();

  static Optional<SearchConf> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file);
      Config config = ConfigFactory.parseString(text).resolve().getConfig("search");
      return Optional.of(new SearchConf(text, config, stages(config)));
    } catch (ConfigException | IOException e) {
      throw new UnreadableRun("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Returns the text at {@code path}; empty where there is none. */
  public String text(String path) {
    return config.hasPath(path) ? config.getString(path) : "";
  }

  private static List<Stage> stages(Config config) {
    return config.hasPath("stages")
        ? config.getStringList("stages").stream().map(name -> stage(config, name)).toList()
        : List.of();
  }

  private static Stage stage(Config config, String name) {
    String path = "stage." + ConfigUtil.quoteString(name);
    Config stage = config.hasPath(path) ? config.getConfig(path) : ConfigFactory.empty();
    Map<String, String> space = new LinkedHashMap<>();
    Map<String, Range> ranges = new LinkedHashMap<>();
    if (stage.hasPath("space")) {
      collect(stage.getObject("space"), space, ranges);
    }
    boolean narrowed = stage.hasPath("narrow.from");
    return new Stage(
        name,
        stage.hasPath("sampler") ? stage.getString("sampler") : "",
        planned(stage, name.equals(Stage.FINAL)),
        narrowed
            ? stage.getString("narrow.from")
            : stage.hasPath("from") ? stage.getString("from") : "",
        narrowed && stage.hasPath("narrow.best") ? stage.getInt("narrow.best") : 0,
        space,
        ranges);
  }

  private static long planned(Config stage, boolean last) {
    long trials = last ? 1 : stage.hasPath("trials") ? stage.getLong("trials") : 0;
    return trials * (stage.hasPath("repeats") ? stage.getLong("repeats") : 1);
  }

  /** Walks to the domains: lists, and objects of one domain. */
  static void collect(ConfigObject space, Map<String, String> texts, Map<String, Range> ranges) {
    space.forEach(
        (key, value) -> {
          String column = column(key);
          Optional<Range> range = range(value);
          if (range.isPresent()) {
            ranges.put(column, range.get());
            texts.put(column, value.render(CONCISE));
          } else if (value instanceof ConfigObject inner && !inner.containsKey("choice")) {
            collect(inner, texts, ranges);
          } else {
            texts.put(column, value.render(CONCISE));
          }
        });
  }

  private static Optional<Range> range(ConfigValue value) {
    if (value instanceof ConfigObject domain) {
      for (String kind : List.of("log-uniform", "uniform", "integer")) {
        if (domain.get(kind) instanceof ConfigList bounds && bounds.size() == 2) {
          List<? extends Number> ends = domain.toConfig().getNumberList(kind);
          return Optional.of(
              new Range(
                  ends.get(0).doubleValue(),
                  ends.get(1).doubleValue(),
                  kind.equals("log-uniform")));
        }
      }
    }
    return Optional.empty();
  }

  /** The column of {@code trials.csv} that shows the key {@code key} of a space. */
  private static String column(String key) {
    return key.equals("eta") ? "eta_max" : key.replace('-', '_');
  }
}
