package dev.sieve.export.figure;

import dev.sieve.export.run.Configuration;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.RunTrial;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.run.UnreadableRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All figures that there are numbers for: of one run, or of several on the same axes. */
public final class Figures {
  /** A search of so few configurations is a comparison: each shows its curves and weights. */
  private static final int FEW = 6;

  private final List<Figure> figures = new ArrayList<>();
  private final List<String> undrawn = new ArrayList<>();

  private Figures() {}

  /** Returns the figures of {@code runs}, at least one: a comparison where there are several. */
  public static FigureSet of(List<Run> runs) {
    Figures all = new Figures();
    if (runs.size() > 1) {
      all.add("the comparison", () -> ComparisonFigures.of(runs));
    } else {
      all.addOf(runs.get(0));
    }
    return new FigureSet(all.figures, all.undrawn);
  }

  private void addOf(Run run) {
    List<RunTrial> shown = shown(run);
    add("learning curves", () -> CurveFigures.of(run, shown));
    add("importance", () -> ImportanceFigures.of(run));
    add("slices", () -> SliceFigures.of(run));
    add("grids", () -> GridFigures.of(run));
    add("the history", () -> HistoryFigures.of(run));
    add("predictions", () -> PredictionFigures.of(run));
    add("weights", () -> TemplateFigures.of(run, shown));
    add("gradient errors", () -> GradientFigures.of(run));
  }

  /** Adds what {@code making} gives; one file that is damaged leaves the other figures. */
  private void add(String kind, Supplier<List<Figure>> making) {
    try {
      figures.addAll(making.get());
    } catch (UnreadableRun e) {
      undrawn.add("Figures of " + kind + " could not be drawn: " + e.getMessage() + ".");
    }
  }

  /** The first repeat of the result of the search, or of each of a few configurations. */
  private static List<RunTrial> shown(Run run) {
    List<Configuration> all = run.configurations();
    boolean comparison = run.of(Stage.FINAL).isEmpty() && all.size() <= FEW;
    return (comparison ? all : run.winner().stream().toList())
        .stream().map(Configuration::first).toList();
  }
}
