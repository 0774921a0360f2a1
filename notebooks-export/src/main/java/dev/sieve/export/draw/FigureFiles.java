package dev.sieve.export.draw;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sieve.export.figure.Data;
import dev.sieve.export.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes each figure as {@code ID.svg}, {@code ID.png}, and {@code ID.csv}: what it plots. */
public final class FigureFiles {
  private FigureFiles() {}

  /** Writes {@code figures} into {@code folder}, which must exist. */
  public static void write(List<Figure> figures, Path folder) throws IOException {
    if (figures.isEmpty()) {
      return;
    }
    try (ChartEngine engine = new ChartEngine()) {
      for (Figure figure : figures) {
        String svg = engine.svg(figure);
        Files.writeString(folder.resolve(figure.id() + ".svg"), svg);
        Files.write(folder.resolve(figure.id() + ".png"), Raster.png(svg));
        writeCsv(figure.data(), folder.resolve(figure.id() + ".csv"));
      }
    }
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
