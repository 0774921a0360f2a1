package dev.sieve.export.notebook;

import dev.sieve.export.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures that were drawn, to be shown in cells.
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

  private Path file(Figure figure) {
    return folder.resolve(figure.id() + ".png");
  }
}
