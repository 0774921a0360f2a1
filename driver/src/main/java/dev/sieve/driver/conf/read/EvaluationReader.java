package dev.sieve.driver.conf.read;

import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.TimeFormats;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.space.ScheduleShape;
import dev.sieve.trial.Averaging;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Metric;
import java.util.List;
import java.util.Optional;

/** Reads what is measured of each trial, and when: the section {@code evaluation}. */
final class EvaluationReader {
  private static final Format<Evaluation.TrainMetrics> TRAIN_METRICS =
      Formats.words(Evaluation.TrainMetrics.values(), Evaluation.TrainMetrics::text);
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

  private EvaluationReader() {}

  /**
   * Returns it, unless something of it is a mistake, which is reported, as is what goes with none
   * of {@code stages}.
   */
  static Optional<Evaluation> read(Section search, List<StageConf> stages) {
    Optional<Evaluation> evaluation = read(search);
    evaluation.ifPresent(asked -> tellOfEnsembles(search, asked.ensembles(), stages));
    evaluation.ifPresent(asked -> checkMetric(search, asked.metric(), stages));
    return evaluation;
  }

  private static Optional<Evaluation> read(Section search) {
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
  private static void tellOfEnsembles(
      Section search, Evaluation.Ensembles ensembles, List<StageConf> stages) {
    boolean any =
        switch (ensembles) {
          case NONE -> true;
          case CYCLES -> stages.stream().anyMatch(EvaluationReader::hasCycles);
          case REPEATS -> stages.stream().anyMatch(stage -> stage.repeats() > 1);
        };
    if (!any && !stages.isEmpty()) {
      String what =
          ensembles == Evaluation.Ensembles.CYCLES ? "a schedule with cycles" : "repeats above 1";
      search
          .reading()
          .tell("search.evaluation.ensemble is " + ensembles.text() + ", but no stage has " + what);
    }
  }

  /** Refuses to judge by the noise of accuracies where another metric chooses. */
  private static void checkMetric(Section search, Metric metric, List<StageConf> stages) {
    Entry entry = search.section("evaluation").find("metric").orElseThrow();
    Problems problems = search.reading().problems();
    if (metric != Metric.ACCURACY && stages.stream().anyMatch(EvaluationReader::confirms)) {
      problems.refuse(entry, "must be accuracy where a stage confirms");
    } else if (metric != Metric.ACCURACY && stages.stream().anyMatch(StageConf::stopsWithoutGain)) {
      problems.refuse(entry, "must be accuracy where stop-when of a stage is no-gain");
    }
  }

  private static boolean confirms(StageConf stage) {
    return stage.plan().map(search -> false, confirm -> true, last -> false);
  }

  private static boolean hasCycles(StageConf stage) {
    return stage.plan().space().shapes().stream().anyMatch(ScheduleShape::hasCycles);
  }
}
