package dev.sieve.export.draw;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sieve.export.figure.Data;
import dev.sieve.export.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes each figure as {@code ID.svg}, {@code ID.png}, and {@code ID.csv}: what it plots. */
public final class FigureFiles {
  private FigureFiles() {}

  /**
   * Writes {@code figures} into {@code folder}, which must exist. What cannot be drawn is left out.
   *
   * @return a sentence on each picture that could not be drawn
   */
  public static List<String> write(List<Figure> figures, Path folder) throws IOException {
    List<String> undrawn = new ArrayList<>();
    if (figures.isEmpty()) {
      return undrawn;
    }
    try (ChartEngine engine = new ChartEngine()) {
      for (Figure figure : figures) {
        writeCsv(figure.data(), folder.resolve(figure.id() + ".csv"));
        try {
          String svg = engine.svg(figure);
          Files.writeString(folder.resolve(figure.id() + ".svg"), svg);
          Files.write(folder.resolve(figure.id() + ".png"), Raster.png(svg));
        } catch (RuntimeException e) { // one picture less is no reason to have none
          undrawn.add(
              "The picture of figure " + figure.id() + " could not be drawn: " + cause(e) + ".");
        }
      }
    }
    return undrawn;
  }

  private static String cause(RuntimeException problem) {
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }

  private static void writeCsv(Data data, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord(data.columns());
      for (List<Object> row : data.rows()) {
        csv.writeRecord(row.stream().map(value -> Objects.toString(value, null)).toList());
      }
    }
  }
}
