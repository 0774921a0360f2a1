package dev.sieve.driver.conf.read;

import dev.sieve.Rule;
import dev.sieve.Texts;
import dev.sieve.data.source.DataSource;
import dev.sieve.driver.conf.Narrowing;
import dev.sieve.driver.conf.StageConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.space.Domain;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the stages that train what an earlier one has found: {@code confirm}, its best
 * configurations, and {@code final}, the best of all.
 */
final class FollowingReader {
  private static final Format<Integer> COUNT = Formats.INTEGER.obeying(Rule.AT_LEAST_ONE);

  private final Section stage;
  private final Scope scope;

  /**
   * @param scope the stage's, over that of the stage it takes its configuration from
   */
  FollowingReader(Section stage, Scope scope) {
    this.stage = stage;
    this.scope = scope;
  }

  /**
   * Returns {@code confirm}, which trains and validates as the stage does that it goes on from.
   *
   * @param from that stage, where it could be read
   */
  Optional<StageConf> confirm(Optional<StageConf> from) {
    Optional<Integer> best = stage.read("best", COUNT);
    Optional<Integer> finalists = stage.read("finalists", COUNT);
    Optional<Integer> repeats = stage.read("repeats", StageReader.REPEATS);
    if (best.isEmpty() || finalists.isEmpty() || repeats.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    int there = from.get().plan().configurations();
    int taken = atMost(there, "best", best.get(), "trials of stage " + from.get().name());
    int last = atMost(taken, "finalists", finalists.get(), "configurations to confirm");
    return Optional.of(
        new StageConf(
            StageConf.CONFIRM,
            from.get().split(),
            from.get().normalization(),
            from.get().components(),
            repeats.get(),
            new StagePlan.Confirm(from.get().name(), from.get().plan().space(), taken, last)));
  }

  /** Returns {@code asked}, or {@code most} if that is less and the conf does not say otherwise. */
  private int atMost(int most, String key, int asked, String what) {
    if (stage.own(key).isPresent() && asked > most) {
      stage
          .reading()
          .problems()
          .refuse(stage.own(key).get(), Texts.format("must be at most the %d %s", most, what));
    }
    stage.reading().use(stage.path() + "." + key, Math.min(asked, most));
    return Math.min(asked, most);
  }

  /**
   * Returns {@code final}. A schedule of another shape than that of the stage before is new
   * altogether; one of the same shape keeps the numbers that are not set.
   */
  Optional<StageConf> last(Section data, Optional<DataSource> source, String fromName) {
    StageBasics basics = StageBasics.read(StageConf.FINAL, stage, scope, data, source);
    return basics.conf(
        StageConf.FINAL,
        basics
            .space()
            .map(
                space ->
                    new StagePlan.Final(
                        space,
                        new Narrowing(fromName, 1, 0, owned(space.domain(Axes.EPOCHS))),
                        fresh(fromName))));
  }

  /**
   * Returns whether the stage repeats what no stage has trained. Runs of before this key existed go
   * on, since it does not stand among those of a stage that does not.
   */
  private boolean fresh(String fromName) {
    Section silent = stage.within(stage.reading().checkOnly());
    boolean fresh = silent.read("fresh", Formats.FLAG).orElse(fromName.equals(StageConf.CONFIRM));
    if (fresh || fromName.equals(StageConf.CONFIRM)) {
      stage.reading().use(stage.path() + ".fresh", fresh);
    }
    return fresh;
  }

  /**
   * Returns what this stage sets anew: what it says itself, and the epochs, which are written down
   * even where they are those of the stage before, unless that one searches them.
   */
  private Set<Axis<?>> owned(Domain<Integer> epochs) {
    Set<Axis<?>> owned = new HashSet<>(scope.owned());
    if (epochs.levels() == 1) {
      stage.reading().use(stage.path() + ".training.epochs", epochs.at(0));
      owned.add(Axes.EPOCHS);
    }
    return owned;
  }
}
