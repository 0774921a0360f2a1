package dev.sieve.export.notebook;

import dev.sieve.export.draw.Json;
import dev.sieve.export.draw.Resource;
import dev.sieve.export.figure.Figure;
import dev.sieve.export.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code report.ipynb}, in nbformat 4.5: its outputs are already inside, and its code makes tables
 * and figures anew from the run directory.
 */
public final class Notebook {
  private Notebook() {}

  /**
   * Returns the notebook.
   *
   * @param runs one, or several to compare
   * @param figures of them
   * @param pictures the folder of their PNG files, as far as they were drawn
   * @param place the folder where the notebook will lie: paths in it start there
   */
  public static String of(List<Run> runs, List<Figure> figures, Path pictures, Path place)
      throws IOException {
    List<Cell> cells = new Cells(runs, new Pictures(figures, pictures), place).all();
    List<Map<String, Object>> json = new ArrayList<>();
    int count = 0;
    for (Cell cell : cells) {
      count += cell.type().equals("code") ? 1 : 0;
      json.add(cell.json(count));
    }
    Map<String, Object> notebook = new LinkedHashMap<>();
    notebook.put("cells", json);
    notebook.put(
        "metadata",
        Map.of(
            "kernelspec",
            Map.of("display_name", "Python 3", "language", "python", "name", "python3"),
            "language_info",
            Map.of("name", "python"),
            "sieve",
            Map.of("version", Resource.build("version"))));
    notebook.put("nbformat", 4);
    notebook.put("nbformat_minor", 5);
    return Json.of(notebook) + "\n";
  }
}
