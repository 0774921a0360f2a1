package dev.sieve.driver.search;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.sieve.Texts;
import dev.sieve.data.DataSet;
import dev.sieve.data.source.SourceKey;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.run.PlanFile;
import dev.sieve.run.Planned;
import dev.sieve.run.RunFiles;
import dev.sieve.run.SearchPlan;
import dev.sieve.run.SearchPlan.Narrowed;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.trial.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plan of a search while it runs: says more of each stage when its trials are known. */
final class PlanRecord {
  private final SearchConf conf;
  private final SearchPlan.Data data;
  private final List<Stage> stages = new ArrayList<>();

  /**
   * @param fingerprint of {@code images}
   */
  PlanRecord(SearchConf conf, DataSet images, String fingerprint) {
    this.conf = conf;
    this.data = data(conf, images, fingerprint);
    conf.stages().forEach(stage -> stages.add(unplanned(stage).saving(SavingRules.of(stage))));
  }

  /** Adds why the bounds of {@code round} moved. */
  void moved(PlannedRound round) {
    int at = conf.stages().indexOf(round.stage().conf());
    List<String> reasons = round.reasons();
    stages.set(at, stages.get(at).with(reasons));
  }

  /** Adds what is known of the stage that begins with {@code round}. */
  void begin(PlannedRound round) {
    StageConf stage = round.stage().conf();
    Stage known = unplanned(stage);
    stages.set(
        conf.stages().indexOf(stage),
        new Stage(
                known.name(),
                known.sampler(),
                known.repeats(),
                known.configurations(),
                known.trials(),
                known.normalization(),
                known.components(),
                round.stage().split().train().length,
                round.stage().split().validation().length,
                known.narrowed(),
                Planned.axes(round.round().space()))
            .saving(SavingRules.of(stage)));
  }

  /** Adds why {@code stage} has fewer configurations than it might have. */
  void ended(StageConf stage, String why) {
    int at = conf.stages().indexOf(stage);
    stages.set(at, stages.get(at).saving(List.of(why)));
  }

  /** Writes it to {@code run}, in place of what was there. */
  void write(RunDirectory run) {
    run.folder().write(RunFiles.PLAN, PlanFile.text(plan()));
  }

  SearchPlan plan() {
    Metric metric = conf.evaluation().metric();
    return new SearchPlan(
        conf.name(), conf.seed(), data, metric == Metric.ACCURACY ? null : metric.text(), stages);
  }

  private static Stage unplanned(StageConf stage) {
    return new Stage(
        stage.name(),
        stage.plan().map(search -> search.sampler().text(), confirm -> null, last -> null),
        stage.repeats(),
        stage.plan().configurations(),
        stage.trials(),
        stage.normalization().text(),
        stage.components().orElse(null),
        null,
        null,
        stage
            .plan()
            .map(
                search -> search.narrowing().map(PlanRecord::narrowed).orElse(null),
                confirm -> confirmed(stage, confirm),
                last -> chosen(last.narrowing())),
        null);
  }

  private static Narrowed narrowed(Narrowing narrowing) {
    String best =
        switch (narrowing.best()) {
          case Narrowing.AUTO -> "best, as far as noise tells";
          case 1 -> "best";
          default -> narrowing.best() + " best";
        };
    boolean margin = narrowing.followsNoise() || narrowing.margin() > 0;
    String reason =
        "range of " + narrowing.from() + "'s " + best + (margin ? ", plus a margin" : "");
    return new Narrowed(narrowing.from(), narrowing.best(), narrowing.margin(), reason);
  }

  private static Narrowed confirmed(StageConf stage, StagePlan.Confirm confirm) {
    String reason =
        Texts.format(
            "%s's %d best, one fresh repeat each; the %d best of these, %d more each",
            confirm.from(), confirm.configurations(), confirm.finalists(), stage.repeats());
    return new Narrowed(confirm.from(), confirm.configurations(), 0, reason);
  }

  private static Narrowed chosen(Narrowing narrowing) {
    return new Narrowed(narrowing.from(), 1, 0, "best configuration of " + narrowing.from());
  }

  private static SearchPlan.Data data(SearchConf conf, DataSet images, String fingerprint) {
    return new SearchPlan.Data(
        images.name(),
        settings(conf),
        images.parts().stream()
            .map(part -> new SearchPlan.Part(part.name(), part.count()))
            .toList(),
        images.pool().count(),
        images.test().count(),
        images.width(),
        images
            .imageShape()
            .map(shape -> new SearchPlan.Image(shape.height(), shape.width(), shape.channels()))
            .orElse(null),
        images.classes(),
        images.classNames().isEmpty() ? null : images.classNames(),
        fingerprint);
  }

  /** What the source was read with, as the resolved conf has it. */
  private static Map<String, Object> settings(SearchConf conf) {
    Config resolved = ConfigFactory.parseString(conf.resolved());
    Map<String, Object> settings = new TreeMap<>();
    for (SourceKey<?> key : conf.source().kind().keys()) {
      String path = "search.data." + key.path();
      if (resolved.hasPath(path)) {
        settings.put(key.path(), resolved.getValue(path).unwrapped());
      }
    }
    return settings;
  }
}
