package dev.sieve.driver.harness;

import dev.sieve.driver.pack.Deadline;
import dev.sieve.driver.pack.Executors;
import dev.sieve.driver.pack.JobPlan;
import dev.sieve.driver.pack.PackExecutor;
import dev.sieve.driver.pack.PackResult;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Other executors that hand on results as they like. */
public abstract sealed class Disturbed implements PackExecutor {
  private final PackExecutor wrapped;

  private Disturbed(PackExecutor wrapped) {
    this.wrapped = wrapped;
  }

  /** What ends a search from within. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Stopped(String at) {
      super(at);
    }
  }

  /** Returns one that ends the search instead of handing on the {@code last}-th result. */
  public static PackExecutor stopping(PackExecutor wrapped, int last) {
    return new Stopping(wrapped, last);
  }

  /** Returns one that hands on all results of a round at its end, the last one first. */
  public static PackExecutor backwards(PackExecutor wrapped) {
    return new Backwards(wrapped);
  }

  /** Returns one that adds the trials whose results it hands on to {@code trained}. */
  public static PackExecutor noting(PackExecutor wrapped, List<Trial> trained) {
    return new Noting(wrapped, trained);
  }

  /** Returns one that sees no folder of the driver's. */
  public static PackExecutor blind(PackExecutor wrapped) {
    return new Blind(wrapped);
  }

  @Override
  public Executors executors() {
    return wrapped.executors();
  }

  @Override
  public Optional<String> unseen(String path) {
    return wrapped.unseen(path);
  }

  @Override
  public void train(
      List<JobPlan> jobs,
      Deadline deadline,
      Consumer<PackResult> onResult,
      LongConsumer onProgress) {
    wrapped.train(jobs, deadline, onResult, onProgress);
  }

  private static final class Stopping extends Disturbed {
    private final int last;
    private int results;

    Stopping(PackExecutor wrapped, int last) {
      super(wrapped);
      this.last = last;
    }

    @Override
    public void train(
        List<JobPlan> jobs,
        Deadline deadline,
        Consumer<PackResult> onResult,
        LongConsumer onProgress) {
      super.train(
          jobs,
          deadline,
          result -> {
            if (++results == last) {
              throw new Stopped("result " + results);
            }
            onResult.accept(result);
          },
          onProgress);
    }
  }

  private static final class Backwards extends Disturbed {
    Backwards(PackExecutor wrapped) {
      super(wrapped);
    }

    @Override
    public void train(
        List<JobPlan> jobs,
        Deadline deadline,
        Consumer<PackResult> onResult,
        LongConsumer onProgress) {
      List<PackResult> results = new ArrayList<>();
      super.train(jobs, deadline, results::add, onProgress);
      Collections.reverse(results);
      results.forEach(onResult);
    }
  }

  private static final class Noting extends Disturbed {
    private final List<Trial> trained;

    Noting(PackExecutor wrapped, List<Trial> trained) {
      super(wrapped);
      this.trained = trained;
    }

    @Override
    public void train(
        List<JobPlan> jobs,
        Deadline deadline,
        Consumer<PackResult> onResult,
        LongConsumer onProgress) {
      super.train(
          jobs,
          deadline,
          result -> {
            trained.addAll(result.pack().trials());
            onResult.accept(result);
          },
          onProgress);
    }
  }

  private static final class Blind extends Disturbed {
    Blind(PackExecutor wrapped) {
      super(wrapped);
    }

    @Override
    public Optional<String> unseen(String path) {
      return Optional.of("for " + path + ", executor 1 does not see it");
    }
  }
}
