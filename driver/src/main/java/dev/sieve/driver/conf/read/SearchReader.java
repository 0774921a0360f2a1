package dev.sieve.driver.conf.read;

import dev.sieve.Rule;
import dev.sieve.data.source.DataSource;
import dev.sieve.driver.conf.Checkpointing;
import dev.sieve.driver.conf.KeepModels;
import dev.sieve.driver.conf.Limits;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.TablePrefix;
import dev.sieve.driver.conf.TimeFormats;
import dev.sieve.engine.Engine;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.learned.LearnedFormat;
import dev.sieve.learned.LearnedStage;
import dev.sieve.trial.Evaluation;
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
  private static final Format<Duration> TIME = TimeFormats.TIME.obeying(Limits.TIME);
  private static final Format<Optional<Integer>> COUNT =
      TimeFormats.orNone(Formats.INTEGER.obeying(Rule.AT_LEAST_ONE));
  private static final Format<Optional<Double>> TARGET =
      TimeFormats.orNone(Formats.NUMBER.obeying(Limits.ACCURACY));
  private static final Format<TablePrefix> CATALOG =
      new Format<>(plain -> TablePrefix.of("", Formats.TEXT.read(plain)), TablePrefix::text);
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
    Optional<Evaluation> evaluation = EvaluationReader.read(search, stages);
    Optional<Limits> limits = limits();
    Optional<Checkpointing> checkpoints = checkpoints();
    Optional<TablePrefix> catalog =
        search.section("tables").knowing(Keys.TABLES).read("catalog", CATALOG);
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
        catalog,
        packSize.orElseThrow(),
        engine.orElseThrow(),
        learned,
        reading.text(),
        reading.identity());
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
