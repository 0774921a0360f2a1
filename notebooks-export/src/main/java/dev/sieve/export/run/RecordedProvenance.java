package dev.sieve.export.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sieve.run.UnreadableRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What made a run: {@code provenance.json}.
 *
 * @param facts its texts by name, in their order: versions, processor, hashes
 */
public record RecordedProvenance(Map<String, String> facts) {
  /** Of a run that has none yet. */
  static final RecordedProvenance NONE = new RecordedProvenance(Map.of());

  private static final ObjectMapper JSON = new ObjectMapper();

  static RecordedProvenance read(Path file) {
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      Map<String, String> facts = new LinkedHashMap<>();
      json.properties()
          .forEach(
              fact -> {
                if (fact.getValue().isTextual()) {
                  facts.put(fact.getKey(), fact.getValue().textValue());
                }
              });
      return new RecordedProvenance(facts);
    } catch (JsonProcessingException e) {
      throw new UnreadableRun(file + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UnreadableRun("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Returns the fact {@code name}; empty where it is not recorded. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }
}
