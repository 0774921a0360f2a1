package dev.sieve.driver.conf.read;

import dev.sieve.Rule;
import dev.sieve.data.source.DataSource;
import dev.sieve.driver.conf.Checkpointing;
import dev.sieve.driver.conf.KeepModels;
import dev.sieve.driver.conf.Limits;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.TimeFormats;
import dev.sieve.engine.Engine;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.learned.LearnedFormat;
import dev.sieve.learned.LearnedStage;
import dev.sieve.space.ScheduleShape;
import dev.sieve.trial.Averaging;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a whole conf, and throws all of its mistakes together. */
final class SearchReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Format<String> SEARCH_NAME =
      Formats.TEXT.obeying(
          new Rule<>(
              "must be letters, digits, dots, _ and -, beginning with a letter or digit",
              name -> NAME.matcher(name).matches()));
  private static final Format<Double> DIVERGED_LOSS = Formats.NUMBER.obeying(Rule.POSITIVE);
  private static final Format<KeepModels> KEEP_MODELS =
      Formats.words(KeepModels.values(), KeepModels::text);
  private static final Format<Evaluation.TrainMetrics> TRAIN_METRICS =
      Formats.words(Evaluation.TrainMetrics.values(), Evaluation.TrainMetrics::text);
  private static final Format<Duration> TIME = TimeFormats.TIME.obeying(Limits.TIME);
  private static final Format<Optional<Integer>> COUNT =
      TimeFormats.orNone(Formats.INTEGER.obeying(Rule.AT_LEAST_ONE));
  private static final Format<Optional<Double>> TARGET =
      TimeFormats.orNone(Formats.NUMBER.obeying(Limits.ACCURACY));
  private static final Format<Evaluation.Ensembles> ENSEMBLE =
      Formats.words(Evaluation.Ensembles.values(), Evaluation.Ensembles::text);
  private static final Format<Averaging.Of> AVERAGE =
      Formats.words(Averaging.Of.values(), Averaging.Of::text);
  private static final Format<Integer> AVERAGE_EPOCHS =
      Formats.INTEGER.obeying(epochs -> new Averaging(Averaging.Of.LAST, epochs));
  private static final Format<Metric> METRIC = Formats.words(Metric.values(), Metric::text);
  private static final Format<Integer> PATIENCE =
      Formats.INTEGER.obeying(patience -> new EarlyStopping(patience, 0));
  private static final Format<Double> IMPROVEMENT =
      Formats.NUMBER.obeying(improvement -> new EarlyStopping(1, improvement));
  private static final Format<Integer> PACK_SIZE = Formats.INTEGER.obeying(SearchConf.PACK_SIZE);

  private final Section search;
  private final Section reference;
  private final Reading reading;

  /**
   * @param search the conf's own section, over {@code reference}
   */
  SearchReader(Section search, Section reference) {
    this.search = search.knowing(Keys.SEARCH);
    this.reference = reference;
    this.reading = search.reading();
  }

  /**
   * @param usualName of the search, where the conf gives it none
   */
  SearchConf read(String usualName) {
    String name = name(usualName);
    Optional<Long> seed = search.read("seed", Formats.LONG);
    Optional<DataSource> source = DataReader.source(search.section("data"));
    Scope root = Scope.root(search);
    checkShared(root);
    List<StageConf> stages = new StagesReader(search, reference, source, root).read();
    Optional<KeepModels> keepModels = search.read("keep-models", KEEP_MODELS);
    Optional<Double> divergedLoss = search.read("diverged-loss", DIVERGED_LOSS);
    Optional<Evaluation> evaluation = evaluation();
    evaluation.ifPresent(asked -> tellOfEnsembles(asked.ensembles(), stages));
    evaluation.ifPresent(asked -> checkMetric(asked.metric(), stages));
    Optional<Limits> limits = limits();
    Optional<Checkpointing> checkpoints = checkpoints();
    Optional<Integer> packSize =
        search.section("packing").knowing(Keys.PACKING).read("size", PACK_SIZE);
    Optional<Engine> engine = EngineReader.read(search);
    List<LearnedStage> learned = learned(stages);
    reading.problems().throwIfAny();
    return new SearchConf(
        name,
        seed.orElseThrow(),
        source.orElseThrow(),
        stages,
        evaluation.orElseThrow(),
        keepModels.orElseThrow(),
        divergedLoss.orElseThrow(),
        limits.orElseThrow(),
        checkpoints.orElseThrow(),
        packSize.orElseThrow(),
        engine.orElseThrow(),
        learned,
        Resolved.text(reading.values()),
        Resolved.identity(reading.values()));
  }

  private String name(String usual) {
    if (search.find("name").isPresent()) {
      return search.read("name", SEARCH_NAME).orElse(usual);
    }
    if (!NAME.matcher(usual).matches()) {
      reading
          .problems()
          .missing(
              "search.name",
              "must be given, since none can be made of the file's name, '" + usual + "'");
    }
    reading.use("search.name", usual);
    return usual;
  }

  /** Finds mistakes in what the stages share, even where every stage says otherwise. */
  private void checkShared(Scope root) {
    SpaceReader.space(root);
    Section data = search.section("data").within(reading.checkOnly());
    DataReader.normalization(data);
    data.read("train", DataReader.SELECTION);
    data.read("validation", DataReader.SELECTION);
    data.read("order", DataReader.ORDER);
    DataReader.components(data);
  }

  private Optional<Evaluation> evaluation() {
    Section section = search.section("evaluation").knowing(Keys.EVALUATION);
    Optional<Integer> interval = section.read("interval", TimeFormats.INTERVAL);
    Optional<Evaluation.TrainMetrics> train = section.read("train", TRAIN_METRICS);
    Optional<Boolean> reportTest = section.read("report-test", Formats.FLAG);
    Optional<Evaluation.Ensembles> ensemble = section.read("ensemble", ENSEMBLE);
    Optional<Boolean> mirror = section.read("mirror", Formats.FLAG);
    Optional<Averaging.Of> average = section.read("average", AVERAGE);
    Optional<Integer> averageEpochs = section.read("average-epochs", AVERAGE_EPOCHS);
    Optional<Metric> metric = section.read("metric", METRIC);
    Optional<Boolean> byClass = section.read("by-class", Formats.FLAG);
    Section stopping = section.section("early-stopping").knowing(Keys.EARLY_STOPPING);
    Optional<Integer> patience = stopping.read("patience", PATIENCE);
    Optional<Double> improvement = stopping.read("min-improvement", IMPROVEMENT);
    return interval.isEmpty()
            || train.isEmpty()
            || reportTest.isEmpty()
            || ensemble.isEmpty()
            || mirror.isEmpty()
            || average.isEmpty()
            || averageEpochs.isEmpty()
            || metric.isEmpty()
            || byClass.isEmpty()
            || patience.isEmpty()
            || improvement.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Evaluation(
                interval.get(),
                train.get(),
                reportTest.get(),
                new EarlyStopping(patience.get(), improvement.get()),
                ensemble.get(),
                mirror.get(),
                new Averaging(average.get(), averageEpochs.get()),
                metric.get(),
                byClass.get()));
  }

  /** Tells of an ensemble of what no stage has: one that is not run, perhaps. */
  private void tellOfEnsembles(Evaluation.Ensembles ensembles, List<StageConf> stages) {
    boolean any =
        switch (ensembles) {
          case NONE -> true;
          case CYCLES -> stages.stream().anyMatch(SearchReader::hasCycles);
          case REPEATS -> stages.stream().anyMatch(stage -> stage.repeats() > 1);
        };
    if (!any && !stages.isEmpty()) {
      String what =
          ensembles == Evaluation.Ensembles.CYCLES ? "a schedule with cycles" : "repeats above 1";
      reading.tell(
          "search.evaluation.ensemble is " + ensembles.text() + ", but no stage has " + what);
    }
  }

  /** Refuses to confirm by statistics of accuracies what was chosen by another metric. */
  private void checkMetric(Metric metric, List<StageConf> stages) {
    if (metric != Metric.ACCURACY && stages.stream().anyMatch(SearchReader::confirms)) {
      Entry entry = search.section("evaluation").find("metric").orElseThrow();
      reading.problems().refuse(entry, "must be accuracy where a stage confirms");
    }
  }

  private List<LearnedStage> learned(List<StageConf> stages) {
    Optional<List<LearnedStage>> learned = search.read("learned", LearnedFormat.ALL);
    if (learned.isPresent() && stages.stream().noneMatch(StageConf::learns)) {
      Entry entry = search.find("learned").orElseThrow();
      reading
          .problems()
          .refuse(entry, "must be absent where no stage has a sampler that learns: gp or tpe");
    }
    return learned.orElse(List.of());
  }

  private static boolean confirms(StageConf stage) {
    return stage.plan().map(search -> false, confirm -> true, last -> false);
  }

  private static boolean hasCycles(StageConf stage) {
    return stage.plan().space().shapes().stream().anyMatch(ScheduleShape::hasCycles);
  }

  private Optional<Limits> limits() {
    Section section = search.section("limits").knowing(Keys.LIMITS);
    Optional<Duration> trial = section.read("trial", TIME);
    Optional<Duration> whole = section.read("search", TIME);
    Optional<Optional<Integer>> trials = section.read("trials", COUNT);
    Optional<Optional<Integer>> epochs = section.read("epochs", COUNT);
    Optional<Optional<Double>> target = section.read("target-accuracy", TARGET);
    return trial.isEmpty()
            || whole.isEmpty()
            || trials.isEmpty()
            || epochs.isEmpty()
            || target.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Limits(trial.get(), whole.get(), trials.get(), epochs.get(), target.get()));
  }

  private Optional<Checkpointing> checkpoints() {
    Optional<String> path = search.read("checkpoint-path", Formats.TEXT);
    return search.read("checkpoint-every", TIME).map(every -> new Checkpointing(every, path));
  }
}
