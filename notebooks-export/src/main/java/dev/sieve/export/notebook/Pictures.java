package dev.sieve.export.notebook;

import dev.sieve.export.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures of a report, to be shown in cells as far as they were drawn.
 *
 * @param figures all of them
 * @param folder of their PNG files
 */
record Pictures(List<Figure> figures, Path folder) {

  /** Returns those whose names start with one of {@code prefixes}, as outputs of a cell. */
  List<Map<String, Object>> of(String... prefixes) throws IOException {
    List<Map<String, Object>> outputs = new ArrayList<>();
    for (String prefix : prefixes) {
      for (Figure figure : figures) {
        if (figure.id().startsWith(prefix) && Files.exists(file(figure))) {
          outputs.add(Output.picture(file(figure), figure.title() + ". " + figure.caption()));
        }
      }
    }
    return outputs;
  }

  /** Returns whether any figure was drawn. */
  boolean any() {
    return figures.stream().anyMatch(figure -> Files.exists(file(figure)));
  }

  /** Returns whether there is a figure whose name starts with {@code prefix}, drawn or not. */
  boolean has(String prefix) {
    return figures.stream().anyMatch(figure -> figure.id().startsWith(prefix));
  }

  private Path file(Figure figure) {
    return folder.resolve(figure.id() + ".png");
  }
}
