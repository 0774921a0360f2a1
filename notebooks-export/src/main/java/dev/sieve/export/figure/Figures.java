package dev.sieve.export.figure;

import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.export.run.Stage;
import java.util.ArrayList;
import java.util.List;

/** All figures that there are numbers for: of one run, or of several on the same axes. */
public final class Figures {
  /** A search of so few configurations is a comparison: each shows its curves and weights. */
  private static final int FEW = 6;

  private Figures() {}

  /** Returns the figures of {@code runs}, at least one: a comparison where there are several. */
  public static List<Figure> of(List<Run> runs) {
    return runs.size() == 1 ? of(runs.get(0)) : ComparisonFigures.of(runs);
  }

  private static List<Figure> of(Run run) {
    List<Figure> figures = new ArrayList<>();
    List<RunTrial> shown = shown(run);
    figures.addAll(CurveFigures.of(run, shown));
    figures.addAll(SliceFigures.of(run));
    figures.addAll(GridFigures.of(run));
    figures.addAll(HistoryFigures.of(run));
    figures.addAll(PredictionFigures.of(run));
    figures.addAll(TemplateFigures.of(run, shown));
    figures.addAll(GradientFigures.of(run));
    return figures;
  }

  /** The first training of what the search came to, or of each of a few configurations. */
  private static List<RunTrial> shown(Run run) {
    List<Configuration> all = run.configurations();
    boolean comparison = run.of(Stage.FINAL).isEmpty() && all.size() <= FEW;
    return (comparison ? all : run.winner().stream().toList())
        .stream().map(Configuration::first).toList();
  }
}
