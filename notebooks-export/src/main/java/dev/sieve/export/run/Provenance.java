package dev.sieve.export.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a run's numbers come from: {@code provenance.json}.
 *
 * @param facts its texts by name: versions, processor, hashes
 * @param narrowed per stage, the range that each axis was narrowed to, by column
 */
public record Provenance(Map<String, String> facts, Map<String, Map<String, Range>> narrowed) {
  /** Of a run that has none yet. */
  static final Provenance NONE = new Provenance(Map.of(), Map.of());

  static Provenance read(Path file) {
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    try {
      Config json = ConfigFactory.parseString(Files.readString(file));
      Map<String, String> facts = new LinkedHashMap<>();
      json.root()
          .forEach(
              (name, value) -> {
                if (value.valueType() == ConfigValueType.STRING) {
                  facts.put(name, (String) value.unwrapped());
                }
              });
      return new Provenance(facts, narrowed(json));
    } catch (ConfigException e) {
      throw new UnreadableRun("%s is damaged: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UnreadableRun("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Domains stand there as the section {@code space} of a conf has them. */
  private static Map<String, Map<String, Range>> narrowed(Config json) {
    Map<String, Map<String, Range>> narrowed = new LinkedHashMap<>();
    if (json.root().get("narrowed") instanceof ConfigObject stages) {
      stages.forEach(
          (stage, space) -> {
            Map<String, Range> ranges = new LinkedHashMap<>();
            if (space instanceof ConfigObject domains) {
              SearchConf.collect(domains, new LinkedHashMap<>(), ranges);
            }
            narrowed.put(stage, ranges);
          });
    }
    return narrowed;
  }

  /** Returns the fact {@code name}; empty where it is not told. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }
}
