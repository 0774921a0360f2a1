package dev.sieve.export.figure;

import java.util.List;

/**
 * The figures that there are numbers for.
 *
 * @param undrawn a sentence on each kind of figure whose numbers could not be read
 */
public record FigureSet(List<Figure> figures, List<String> undrawn) {
  public FigureSet {
    figures = List.copyOf(figures);
    undrawn = List.copyOf(undrawn);
  }
}
