package dev.sieve.driver.cluster;

import dev.sieve.driver.checkpoint.CheckpointFolder;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.driver.checkpoint.PackCheckpoints;
import dev.sieve.driver.error.SearchFailure;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.run.Host;
import dev.sieve.engine.Engine;
import dev.sieve.train.Checkpoints;
import dev.sieve.train.Trained;
import dev.sieve.trial.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.deploy.SparkHadoopUtil;

/** One task's work on a pack, from now on: when and where it runs, and what it should tell. */
final class PackAttempt {
  private final Pack pack;
  private final Engine engine;
  private final int cores;
  private final long startedAt = System.currentTimeMillis();
  private final long start = System.nanoTime();
  private final List<String> warnings = new ArrayList<>();
  private final Optional<PackCheckpoints> checkpoints;

  /**
   * @param engine computes the products
   * @param rule how the state of the pack is kept
   * @param driversKind the driver's {@link ProcessorKind}
   * @param cores of this executor
   */
  PackAttempt(Pack pack, Engine engine, CheckpointRule rule, String driversKind, int cores) {
    this.pack = pack;
    this.engine = engine;
    this.cores = cores;
    ProcessorKind.warning(driversKind, ProcessorKind.here(), Host.name()).ifPresent(warnings::add);
    this.checkpoints = rule.applies() ? checkpoints(rule) : Optional.empty();
  }

  private Optional<PackCheckpoints> checkpoints(CheckpointRule rule) {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    try {
      CheckpointFolder folder = rule.folder(hadoop, warnings::add);
      return Optional.of(
          new PackCheckpoints(folder, pack.name(), pack.trials(), rule.every(), warnings::add));
    } catch (SearchFailure e) { // without them, the pack trains as well
      warnings.add("%s trains without checkpoints: %s".formatted(pack.name(), e.getMessage()));
      return Optional.empty();
    }
  }

  /** Returns what keeps the state of the pack. */
  Checkpoints checkpoints() {
    return checkpoints.<Checkpoints>map(kept -> kept).orElse(Checkpoints.NONE);
  }

  /** Returns what the task sends back. */
  PackResult result(List<Trained> trained) {
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Execution> executions = new ArrayList<>();
    for (Trained one : trained) {
      executions.add(
          new Execution(
              TaskContext.get().attemptNumber(),
              pack.name(),
              trained.size(),
              executions.size(),
              startedAt,
              seconds,
              Host.name(),
              SparkEnv.get().executorId(),
              engine.products().name(),
              cores,
              checkpoints.map(PackCheckpoints::resumedStep).orElse(0L),
              one.failureMessage()));
    }
    return new PackResult(pack, trained, executions, warnings);
  }
}
