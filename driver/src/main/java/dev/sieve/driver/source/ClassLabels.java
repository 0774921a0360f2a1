package dev.sieve.driver.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The names of classes that Hugging Face's datasets library keeps in the files that it writes. */
final class ClassLabels {
  private static final String KEY = "huggingface";

  private ClassLabels() {}

  /** Returns the names of the values 0, 1, … of a column; empty where {@code metadata} has none. */
  static List<String> of(String column, Map<String, String> metadata) {
    List<String> names = new ArrayList<>();
    try {
      JsonNode info = new ObjectMapper().readTree(metadata.getOrDefault(KEY, "{}"));
      JsonNode found = info.path("info").path("features").path(column).path("names");
      found.forEach(name -> names.add(name.asText()));
    } catch (JsonProcessingException e) {
      return List.of(); // somebody else's key
    }
    boolean differ = names.stream().distinct().count() == names.size();
    return differ ? names : List.of();
  }
}
