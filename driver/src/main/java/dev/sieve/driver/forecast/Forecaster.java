package dev.sieve.driver.forecast;

import dev.sieve.bench.PackTimer;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.forecast.Forecast.Alternative;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.reuse.Foreseen;
import dev.sieve.sample.ask.SamplerName;
import dev.sieve.space.Axes;
import dev.sieve.trial.EarlyStopping;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Tells what a search will take on some machines. */
public final class Forecaster {
  /** How many times as many cores are looked at. */
  private static final int[] MORE = {2, 4, 8};

  /** How many times as large batches. */
  private static final int LARGEST = 4;

  private final SearchConf conf;
  private final DataSizes data;
  private final Machines machines;
  private final PackWork work;
  private final Foreseen foreseen;
  private final Rehearsal rehearsal;
  private final Rehearsal whole; // as if nothing were finished

  /**
   * @param foreseen what is finished, and not trained
   */
  public Forecaster(SearchConf conf, DataSizes data, Machines machines, Foreseen foreseen) {
    this.conf = conf;
    this.data = data;
    this.machines = machines;
    this.work = new PackWork(conf.evaluation());
    this.foreseen = foreseen;
    this.rehearsal = rehearsal(machines, stage -> batch(stage));
    this.whole =
        new Rehearsal(conf, data, machines.executors(), stage -> batch(stage), Foreseen.nothing());
  }

  /**
   * Returns how fast this machine trains what the search trains; empty where its packs do not fit.
   *
   * @param cores that train at once, as far as there is memory
   * @param memory bytes that may be taken
   */
  public Optional<Speeds> measured(int cores, long memory) {
    long ofCore = Math.max(1, memory().packs() / machines.executors().coresOfEach());
    int fitting = (int) Math.min(cores, memory / ofCore);
    return fitting == 0
        ? Optional.empty()
        : Optional.of(Speeds.measured(whole.packs(), work, new PackTimer(conf.engine(), fitting)));
  }

  /** Returns what the search needs, whatever the speed. */
  public Memory memory() {
    Map<Share, List<Pack>> packs = whole.packs();
    double points =
        packs.entrySet().stream()
            .flatMap(
                some -> some.getValue().stream().map(p -> work.points(some.getKey(), p.trials())))
            .mapToDouble(Double::doubleValue)
            .sum();
    return MemoryNeed.of(conf, data, machines, packs, points);
  }

  /** Returns the time of the whole search but the report, where cores are so fast. */
  public Range withoutReport(Speeds speeds) {
    List<StageForecast> stages = stages(speeds);
    int trials = stages.stream().mapToInt(StageForecast::trials).sum();
    return Forecast.sum(
        FixedTimes.start(data, machines), stages, FixedTimes.tables(stages.size(), trials));
  }

  private List<StageForecast> stages(Speeds speeds) {
    Schedule schedule = schedule(machines, rehearsal, speeds);
    return conf.stages().stream().map(stage -> forecast(stage, schedule, speeds)).toList();
  }

  /** Returns what it takes, where cores are so fast, and what more would buy. */
  public Forecast of(Speeds speeds) {
    List<StageForecast> stages = stages(speeds);
    int trials = stages.stream().mapToInt(StageForecast::trials).sum();
    return new Forecast(
        data,
        machines,
        stages,
        FixedTimes.start(data, machines),
        FixedTimes.tables(stages.size(), trials),
        FixedTimes.report(trials),
        memory(),
        moreCores(speeds),
        largerBatches(speeds));
  }

  private Schedule schedule(Machines others, Rehearsal rehearsed, Speeds speeds) {
    return new Schedule(conf, others.executors(), work, speeds, rehearsed);
  }

  private StageForecast forecast(StageConf stage, Schedule schedule, Speeds speeds) {
    StageRounds rounds = rehearsal.rounds(stage);
    List<Trial> trials = rounds.trials();
    Share share = Share.of(conf, stage, data);
    Range reused = reused(stage, trials);
    Range unknown = unknown(reused, count(trials));
    Range bounds = bounds(rounds).times(unknown);
    IntSummaryStatistics epochs = epochs(stage, trials);
    List<Trial> left = rehearsal.left(stage);
    double trialEpochs = left.stream().mapToInt(trial -> trial.leg().epochs()).sum();
    return new StageForecast(
        stage.name(),
        (int) trials.stream().map(Trial::candidate).distinct().count(),
        stage.repeats(),
        (int) count(trials),
        reused,
        new Range(epochs.getMin(), epochs.getAverage(), epochs.getMax()),
        trialEpochs(rounds, trialEpochs, count(left)).times(unknown),
        Range.of(PackWork.training(share, left) / 1e12).times(bounds),
        schedule.packs(stage),
        schedule.waves(stage),
        Range.of(schedule.seconds(stage)).times(speeds.spread()).times(bounds));
  }

  private static long count(List<Trial> onLegs) {
    return onLegs.stream().map(Trial::index).distinct().count();
  }

  /**
   * Returns how many of {@code trials} are finished; some whose configurations are not known may
   * be.
   */
  private Range reused(StageConf stage, List<Trial> trials) {
    List<Trial> known = foreseen.rounds(stage.name()).stream().flatMap(List::stream).toList();
    long finished =
        count(known) - count(known.stream().filter(t -> !foreseen.isFinished(t)).toList());
    long unknown = foreseen.isEmpty() ? 0 : count(trials) - count(known);
    return new Range(finished, finished, finished + unknown);
  }

  /** Returns what is left where more than expected is {@code reused}, as factors. */
  private static Range unknown(Range reused, long trials) {
    double left = trials - reused.low();
    return left == 0 ? Range.of(1) : new Range((trials - reused.high()) / left, 1, 1);
  }

  private static IntSummaryStatistics epochs(StageConf stage, List<Trial> trials) {
    IntSummaryStatistics epochs = trials.stream().mapToInt(Trial::epochs).summaryStatistics();
    stage.plan().space().domain(Axes.EPOCHS).extremes().forEach(epochs::accept);
    return epochs;
  }

  /** Returns the trial-epochs of {@code rounds}, and between what they must lie. */
  private Range trialEpochs(StageRounds rounds, double drawn, long count) {
    if (rounds.known()) {
      return Range.of(drawn).times(stopped(rounds));
    }
    IntSummaryStatistics epochs =
        rounds.stage().plan().space().domain(Axes.EPOCHS).extremes().stream()
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    boolean pruned = rounds.stage().pruner().isPresent();
    return new Range(
            pruned ? drawn : Math.min(drawn, (double) count * epochs.getMin()),
            drawn,
            pruned ? drawn : Math.max(drawn, (double) count * epochs.getMax()))
        .times(stopped(rounds));
  }

  /** Returns what the choices of the search may make of the time of {@code rounds}, as factors. */
  private Range bounds(StageRounds rounds) {
    Range chosen =
        rounds.known()
            ? Range.of(1)
            : CandidateSize.bounds(rounds.stage().plan().space(), rounds.trials());
    return chosen.times(stopped(rounds));
  }

  /** Returns how early trials may end, or how few there may be, as factors. */
  private Range stopped(StageRounds rounds) {
    List<Trial> trials = rounds.trials();
    double all = trials.stream().mapToInt(trial -> trial.leg().epochs()).sum();
    double least = rounds.least();
    EarlyStopping early = conf.evaluation().earlyStopping();
    if (early.applies() && conf.evaluation().interval() == 0) {
      least = Math.min(least, trials.size() * (early.patience() + 1.0));
    }
    return new Range(least / all, 1, rounds.most() / all);
  }

  private List<Alternative> moreCores(Speeds speeds) {
    List<Alternative> more = new ArrayList<>();
    for (int factor : MORE) {
      Machines others = machines.times(factor);
      Rehearsal again = rehearsal(others, stage -> batch(stage));
      more.add(
          new Alternative(
              "", others.executors().cores(), schedule(others, again, speeds).seconds()));
    }
    return more;
  }

  private List<Alternative> largerBatches(Speeds speeds) {
    List<Alternative> larger = new ArrayList<>();
    for (StageConf stage : conf.stages()) {
      int most = stage.plan().configurations();
      boolean wanted = learns(stage) && !foreseen.isOver(stage.name());
      for (int factor = 2; wanted && factor <= LARGEST; factor *= 2) {
        int batch = Math.min(factor * batch(stage), most);
        if (batch > factor / 2 * batch(stage)) {
          Rehearsal again =
              rehearsal(machines, other -> other.equals(stage) ? batch : batch(other));
          larger.add(
              new Alternative(stage.name(), batch, schedule(machines, again, speeds).seconds()));
        }
      }
    }
    return larger;
  }

  private Rehearsal rehearsal(Machines others, ToIntFunction<StageConf> batch) {
    return new Rehearsal(conf, data, others.executors(), batch, foreseen);
  }

  /** Returns how many configurations {@code stage} asks for at a time. */
  private static int batch(StageConf stage) {
    return stage
        .plan()
        .map(search -> search.sampling().batch(), confirm -> confirm.configurations(), last -> 1);
  }

  private static boolean learns(StageConf stage) {
    return stage
        .plan()
        .map(
            search -> search.sampler() == SamplerName.GP || search.sampler() == SamplerName.TPE,
            confirm -> false,
            last -> false);
  }
}
