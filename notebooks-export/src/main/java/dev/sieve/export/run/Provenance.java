package dev.sieve.export.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a run's numbers come from: {@code provenance.json}.
 *
 * @param facts its texts by name: versions, processor, hashes
 * @param narrowed per stage, the range that each axis was narrowed to
 */
public record Provenance(Map<String, String> facts, Map<String, Map<String, Range>> narrowed) {
  /** Of a run that has none yet. */
  static final Provenance NONE = new Provenance(Map.of(), Map.of());

  private static final String NUMBER = "([-+0-9.E]+)";
  private static final Pattern RANGE =
      Pattern.compile("(?:(\\w+)=)?(\\w+)\\[low=" + NUMBER + ", high=" + NUMBER + "\\]");

  static Provenance read(Path file) {
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readString(file));
      Map<String, String> facts = new LinkedHashMap<>();
      json.properties().stream()
          .filter(entry -> entry.getValue().isTextual())
          .forEach(entry -> facts.put(entry.getKey(), entry.getValue().textValue()));
      Map<String, Map<String, Range>> narrowed = new LinkedHashMap<>();
      json.path("narrowed")
          .properties()
          .forEach(stage -> narrowed.put(stage.getKey(), ranges(stage.getValue())));
      return new Provenance(facts, narrowed);
    } catch (JsonProcessingException e) {
      throw new UnreadableRun("%s is damaged: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UnreadableRun("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The domain of each axis is told in words: {@code LogUniform[low=0.1, high=0.2]}. */
  private static Map<String, Range> ranges(JsonNode axes) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    axes.properties()
        .forEach(
            axis -> {
              Matcher matcher = RANGE.matcher(axis.getValue().asText());
              while (matcher.find()) {
                String name = matcher.group(1) == null ? axis.getKey() : matcher.group(1);
                ranges.put(
                    column(name),
                    new Range(
                        Double.parseDouble(matcher.group(3)),
                        Double.parseDouble(matcher.group(4)),
                        matcher.group(2).startsWith("Log")));
              }
            });
    return ranges;
  }

  /** {@code etaMax}, {@code eta-max}, {@code eta_max} and {@code eta} are one axis. */
  private static String column(String axis) {
    String column =
        axis.replaceAll("([a-z])([A-Z])", "$1_$2")
            .replace('-', '_')
            .toLowerCase(java.util.Locale.ROOT);
    return column.equals("eta") ? "eta_max" : column;
  }

  /** Returns the fact {@code name}; empty where it is not told. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }
}
