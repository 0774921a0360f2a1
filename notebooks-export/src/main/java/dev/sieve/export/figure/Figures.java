package dev.sieve.export.figure;

import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import java.util.ArrayList;
import java.util.List;

/** All figures of a run that its tables have numbers for. */
public final class Figures {
  /** A search of so few trials is a comparison: each shows its curves. */
  private static final int FEW = 6;

  private Figures() {}

  public static List<Figure> of(Run run) {
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
