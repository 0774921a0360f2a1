package dev.sieve.export.page;

import com.samskivert.mustache.Mustache;
import dev.sieve.export.draw.Json;
import dev.sieve.export.draw.Resource;
import dev.sieve.export.figure.Figure;
import dev.sieve.export.figure.Hyperparameter;
import dev.sieve.export.run.Range;
import dev.sieve.export.run.Run;
import dev.sieve.export.run.Uncertainty;
import dev.sieve.result.TrialTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code report.html}: one file, without a network, of one run or of several. */
public final class Page {
  private static final List<String> SCRIPTS =
      List.of(
          "scheme",
          "figures",
          "trials",
          "table",
          "curves",
          "contour",
          "explore",
          "parallel",
          "pairs",
          "trial",
          "address",
          "follow");

  /** Points of one figure: with more, a page of 10,000 trials would exceed 5 MB. */
  private static final int POINTS = 2_000;

  private Page() {}

  /**
   * Returns the page that shows {@code drawn} of {@code runs}.
   *
   * @param undrawn sentences on what could not be drawn
   * @param follows whether it loads itself again and again, for it is written again and again
   */
  public static String of(
      List<Run> runs, List<Figure> drawn, List<String> undrawn, boolean follows) {
    List<Figure> figures = drawn.stream().map(figure -> figure.thinned(POINTS)).toList();
    boolean several = runs.size() > 1;
    boolean trials = runs.stream().anyMatch(run -> !run.trials().isEmpty());
    List<Hyperparameter> varied =
        several ? Hyperparameter.searched(runs) : Hyperparameter.varied(runs.get(0));
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("version", Resource.build("version"));
    view.put("title", runs.stream().map(Run::name).collect(Collectors.joining(" and ")));
    view.put("notice", Notice.of(runs, undrawn));
    view.put("follows", follows);
    List<Ranked> ranked = runs.stream().map(run -> BestConfigurations.of(run, several)).toList();
    boolean best = ranked.stream().anyMatch(Ranked::hasRows);
    view.put("sections", sections(several, best, !figures.isEmpty(), trials));
    view.put("answers", runs.stream().map(run -> Answer.of(run, several)).toList());
    view.put("hasWinners", several);
    if (several) {
      Uncertainty kind =
          Uncertainty.common(runs.stream().flatMap(run -> run.winner().stream()).toList());
      view.put("winners", runs.stream().map(run -> Winner.of(run, kind)).toList());
      view.put("kind", kind.source());
      view.put("verdict", Verdict.of(runs));
      view.put("differences", Differences.of(runs));
    }
    view.put("hasBest", best);
    view.put("ranked", ranked);
    view.put(
        "by",
        runs.stream()
            .map(BestConfigurations::by)
            .distinct()
            .collect(Collectors.joining(", or by ")));
    view.put("ensembles", runs.stream().map(run -> BestEnsembles.of(run, several)).toList());
    view.put("stories", runs.stream().map(run -> Story.of(run, several)).toList());
    view.put("hasFigures", !figures.isEmpty());
    view.put("figures", figures.stream().map(Page::figure).toList());
    view.put("hasTrials", trials);
    view.put("parallel", !varied.isEmpty());
    view.put("pairs", varied.size() > 1);
    view.put("origins", runs.stream().map(run -> Origin.of(run, several)).toList());
    view.put("style", Resource.text("page/report.css"));
    view.put("data", Json.inHtml(data(runs, figures, varied, follows)));
    view.put("echarts", Resource.echarts());
    view.put("script", scripts());
    return Mustache.compiler()
        .nullValue("")
        .compile(Resource.text("page/report.html"))
        .execute(view);
  }

  private static List<Map<String, String>> sections(
      boolean several, boolean best, boolean figures, boolean trials) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("answer", "Result");
    names.put(several ? "winners" : "story", several ? "Runs" : "Stages");
    if (best) {
      names.put("best", "Best");
    }
    if (figures) {
      names.put("figures", "Figures");
    }
    if (trials) {
      names.put("trials", "Trials");
    }
    names.put("reproduce", "Reproduce");
    return names.entrySet().stream()
        .map(section -> Map.of("id", section.getKey(), "name", section.getValue()))
        .toList();
  }

  private static Map<String, Object> figure(Figure figure) {
    Map<String, Object> view = new LinkedHashMap<>(figure.settings());
    view.put("id", figure.id());
    view.put("title", figure.title());
    view.put("caption", figure.caption());
    view.put("montage", figure.isMontage());
    view.put("wide", figure.isMontage() || figure.isWide());
    if (figure.isWide()) {
      view.put("aspect", figure.width() + " / " + figure.height());
    }
    return view;
  }

  private static Map<String, Object> data(
      List<Run> runs, List<Figure> figures, List<Hyperparameter> varied, boolean follows) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("follows", follows);
    data.put("several", runs.size() > 1);
    Map<String, String> folders = new LinkedHashMap<>();
    runs.forEach(run -> folders.put(run.name(), run.folder().toString()));
    data.put("folders", folders);
    data.put(
        "figures", figures.stream().filter(f -> !f.isMontage()).map(Figure::toScript).toList());
    data.put("trials", TrialsData.of(runs));
    data.put("curves", CurvesData.of(runs));
    data.put("varied", varied.stream().map(axis -> axis(axis, runs)).toList());
    Map<String, String> docs = new LinkedHashMap<>();
    TrialTable.COLUMNS.forEach(column -> docs.put(column.header(), column.doc()));
    data.put("docs", docs);
    return data;
  }

  private static Map<String, Object> axis(Hyperparameter axis, List<Run> runs) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("column", axis.column());
    told.put("name", axis.name());
    told.put("title", axis.title());
    told.put("numeric", axis.numeric());
    told.put("log", runs.stream().anyMatch(axis::logarithmic));
    told.put("range", runs.stream().anyMatch(run -> run.plan().isRange(axis.column())));
    List<Range> reaches =
        runs.stream().flatMap(run -> run.plan().reach(axis.column()).stream()).toList();
    told.put("reach", reaches.stream().flatMap(r -> Stream.of(r.low(), r.high())).toList());
    return told;
  }

  private static String scripts() {
    StringBuilder scripts = new StringBuilder(Resource.charts());
    SCRIPTS.forEach(name -> scripts.append(Resource.text("page/" + name + ".js")).append('\n'));
    return scripts.toString();
  }
}
