package dev.sieve.export.notebook;

import dev.sieve.export.draw.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One cell.
 *
 * @param id stable: the same cell of any report has the same
 * @param type markdown or code
 * @param source its text
 * @param outputs what its code shows, as nbformat 4.5 has it
 */
record Cell(String id, String type, String source, List<Map<String, Object>> outputs) {

  static Cell text(String id, String source) {
    return new Cell(id, "markdown", source, List.of());
  }

  /**
   * Returns a cell of code.
   *
   * @param resource name of its Python
   * @param values what stands in it for {@code {{name}}}, by name
   */
  static Cell code(
      String id, String resource, Map<String, String> values, List<Map<String, Object>> outputs) {
    String source = Resource.text("notebook/" + resource + ".py");
    for (Map.Entry<String, String> value : values.entrySet()) {
      source = source.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return new Cell(id, "code", source.strip(), outputs);
  }

  /**
   * Returns it as JSON has it.
   *
   * @param count how many code cells were run up to this one
   */
  Map<String, Object> json(int count) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cell_type", type);
    json.put("id", id);
    json.put("metadata", Map.of());
    json.put("source", source);
    if (type.equals("code")) {
      json.put("execution_count", count);
      json.put(
          "outputs",
          outputs.stream()
              .map(
                  output -> {
                    Map<String, Object> numbered = new LinkedHashMap<>(output);
                    numbered.computeIfPresent("execution_count", (key, value) -> count);
                    return numbered;
                  })
              .toList());
    }
    return json;
  }
}
