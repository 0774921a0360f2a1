package dev.sieve.export.draw;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.sieve.Texts;
import dev.sieve.export.figure.Data;
import dev.sieve.export.figure.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes each figure as {@code ID.csv}: what it plots, and as {@code ID.svg} and {@code ID.png}.
 */
public final class FigureFiles {
  private FigureFiles() {}

  /** Writes the numbers of {@code figures} into {@code folder}, which must exist. */
  public static void writeNumbers(List<Figure> figures, Path folder) throws IOException {
    for (Figure figure : figures) {
      writeCsv(figure.data(), folder.resolve(figure.id() + ".csv"));
    }
  }

  /**
   * Draws {@code figures} into {@code folder}, which must exist; what cannot be drawn is left out.
   * This thread makes SVG of them, one after the other, and those of the other cores make PNG of
   * that meanwhile.
   *
   * @return a sentence on each picture that could not be drawn
   */
  public static List<String> draw(List<Figure> figures, Path folder) throws IOException {
    if (figures.isEmpty()) {
      return List.of();
    }
    int others = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    ExecutorService rasters = Executors.newFixedThreadPool(others);
    Map<Figure, CompletableFuture<Void>> drawn = new LinkedHashMap<>();
    try (ChartEngine engine = new ChartEngine()) {
      for (Figure figure : figures) {
        drawn.put(figure, drawing(engine, figure, folder, rasters));
      }
      return undrawn(drawn);
    } finally {
      rasters.shutdownNow();
    }
  }

  private static CompletableFuture<Void> drawing(
      ChartEngine engine, Figure figure, Path folder, ExecutorService rasters) throws IOException {
    String svg;
    try {
      svg = engine.svg(figure);
    } catch (RuntimeException e) { // one picture less is no reason to have none
      return CompletableFuture.failedFuture(e);
    }
    Files.writeString(folder.resolve(figure.id() + ".svg"), svg);
    return CompletableFuture.runAsync(
        () -> write(Raster.png(svg), folder.resolve(figure.id() + ".png")), rasters);
  }

  private static List<String> undrawn(Map<Figure, CompletableFuture<Void>> drawn)
      throws IOException {
    List<String> undrawn = new ArrayList<>();
    for (Map.Entry<Figure, CompletableFuture<Void>> picture : drawn.entrySet()) {
      try {
        picture.getValue().join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof UncheckedIOException disk) {
          throw disk.getCause();
        }
        undrawn.add(
            Texts.format(
                "The picture of figure %s could not be drawn: %s.",
                picture.getKey().id(), told(e.getCause())));
      }
    }
    return undrawn;
  }

  private static String told(Throwable problem) {
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }

  private static void write(byte[] png, Path file) {
    try {
      Files.write(file, png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
