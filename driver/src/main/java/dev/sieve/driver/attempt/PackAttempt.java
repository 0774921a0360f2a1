package dev.sieve.driver.attempt;

import dev.sieve.data.DataSet;
import dev.sieve.driver.checkpoint.PackCheckpoints;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.pack.PackResult;
import dev.sieve.driver.run.Host;
import dev.sieve.train.Checkpoints;
import dev.sieve.train.Progress;
import dev.sieve.train.Trained;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingContext;
import dev.sieve.train.TrainingData;
import dev.sieve.trial.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One attempt to train a pack, from now on: what it trains, where, and what it has to tell. */
public final class PackAttempt {
  private final Pack pack;
  private final JobShare share;
  private final Place place;
  private final long startedAt = System.currentTimeMillis();
  private final long start = System.nanoTime();
  private final List<String> warnings = new ArrayList<>();
  private final Optional<PackCheckpoints> checkpoints;

  public PackAttempt(Pack pack, JobShare share, Place place) {
    this.pack = pack;
    this.share = share;
    this.place = place;
    this.checkpoints =
        share.checkpoints().ofPack(pack.name(), pack.trials(), place.files(), warnings::add);
  }

  /** Adds what the user should know. */
  public void warn(String message) {
    warnings.add(message);
  }

  /**
   * Trains the pack, and returns what came of each trial: of one that throws, whatever it is, a
   * failure. Images that cannot be had, and an engine that cannot run here, say nothing about the
   * trials: those exceptions leave this method, unless it is a lack of memory.
   *
   * @param images returns all images
   * @param cancelled whether nobody wants the result any more
   * @throws CancellationException where it was cancelled
   */
  public PackResult train(Supplier<DataSet> images, Progress progress, BooleanSupplier cancelled) {
    TrainingData data;
    try {
      share.settings().engine().products(); // loaded here, if anywhere
      data = share.data(images);
    } catch (VirtualMachineError e) { // left to Spark, it would end a local driver
      return result(failed(e));
    }
    try {
      TrainingContext context =
          new TrainingContext(
              progress,
              share.trialLimit(),
              cancelled,
              checkpoints.<Checkpoints>map(kept -> kept).orElse(Checkpoints.NONE),
              place.team());
      return result(Trainer.train(data, share.settings(), pack.trials(), context));
    } catch (CancellationException e) {
      throw e; // nobody wants the result any more
    } catch (Throwable e) { // an Error that left a Spark task would end a local driver
      return result(failed(e));
    }
  }

  private List<Trained> failed(Throwable cause) {
    return pack.trials().stream().map(trial -> Trained.failed(trial, cause)).toList();
  }

  private PackResult result(List<Trained> trained) {
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Execution> executions = new ArrayList<>();
    for (Trained one : trained) {
      executions.add(
          new Execution(
              place.attempt(),
              pack.name(),
              trained.size(),
              executions.size(),
              startedAt,
              seconds,
              Host.name(),
              place.executor(),
              share.kernels(),
              place.cores(),
              checkpoints.map(PackCheckpoints::resumedStep).orElse(0L),
              one.failureMessage(),
              one.time()));
    }
    return new PackResult(pack, trained, executions, warnings);
  }
}
