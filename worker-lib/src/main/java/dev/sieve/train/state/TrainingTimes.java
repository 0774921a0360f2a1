package dev.sieve.train.state;

import dev.sieve.trial.TrainingTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** When the members of a pack begin to train, and when each of them ends. */
public final class TrainingTimes {
  private static final long NOT_YET = -1;

  private final int core;
  private final LongSupplier clock;
  private final long start;
  private final long[] ends; // by place in the pack

  /**
   * All begin now.
   *
   * @param core that trains
   * @param clock milliseconds since 1970
   */
  public TrainingTimes(int members, int core, LongSupplier clock) {
    this.core = core;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.ends = new long[members];
    Arrays.fill(ends, NOT_YET);
  }

  /** Takes note of those of {@code states}, all members, that have ended since the last call. */
  public void note(List<TrialState> states) {
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] == NOT_YET && !states.get(i).active()) {
        ends[i] = clock.getAsLong();
      }
    }
  }

  /** Returns those of all members, which have ended. */
  public List<TrainingTime> all() {
    return LongStream.of(ends).mapToObj(end -> new TrainingTime(start, end, core)).toList();
  }
}
