package dev.sieve.export.figure;

import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import java.util.ArrayList;
import java.util.List;

/** All figures that there are numbers for: of one run, or of several on the same axes. */
public final class Figures {
  /** A search of so few trials is a comparison: each shows its curves. */
  private static final int FEW = 6;

  private Figures() {}

  /** Returns the figures of {@code runs}, at least one: a comparison where there are several. */
  public static List<Figure> of(List<Run> runs) {
    return runs.size() == 1 ? of(runs.get(0)) : ComparisonFigures.of(runs);
  }

  private static List<Figure> of(Run run) {
    List<Figure> figures = new ArrayList<>();
    curves(run).forEach(trial -> figures.addAll(CurveFigures.of(run, trial)));
    figures.addAll(SliceFigures.of(run));
    figures.addAll(HistoryFigures.of(run));
    figures.addAll(PredictionFigures.of(run));
    figures.addAll(TemplateFigures.of(run));
    GradientFigure.of(run).ifPresent(figures::add);
    return figures;
  }

  private static List<RunTrial> curves(Run run) {
    List<RunTrial> few = run.competing().toList();
    if (run.finalTrial().isEmpty() && few.size() <= FEW) {
      return few;
    }
    return run.winner().stream().toList();
  }
}
