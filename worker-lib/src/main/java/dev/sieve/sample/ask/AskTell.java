package dev.sieve.sample.ask;

import static dev.sieve.Checks.require;
import static java.util.Objects.requireNonNull;

import dev.sieve.sample.cube.CubeSampler;
import dev.sieve.sample.cube.History;
import dev.sieve.sample.cube.Outcome;
import dev.sieve.sample.cube.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * A search as a conversation: {@link #ask} for points, {@link #tell} what came of them. Results may
 * come in any order; what is asked next depends on which have come, not on when. Confined to one
 * thread.
 */
public final class AskTell {
  private final CubeSampler sampler;
  private History history;

  /** Begins a search. */
  public AskTell(CubeSampler sampler) {
    this(sampler, History.EMPTY);
  }

  /** Goes on with a search of which {@code history} is known. */
  public AskTell(CubeSampler sampler, History history) {
    this.sampler = requireNonNull(sampler, "sampler is null");
    this.history = requireNonNull(history, "history is null");
  }

  /**
   * Returns the next {@code count} points to evaluate; fewer only where no further configuration is
   * left. Results that are still due count as pending: the new points keep away from theirs.
   */
  public List<Asked> ask(int count) {
    require(count >= 0, "count", "must be >= 0", count);
    List<Point> points = sampler.next(history, count);
    List<Asked> asked = new ArrayList<>();
    for (Point point : points) {
      asked.add(new Asked(history.size() + asked.size(), point));
    }
    history = history.asking(points);
    return List.copyOf(asked);
  }

  /** Tells what came of trial {@code trial}, which was asked for and not told yet. */
  public void tell(int trial, Outcome outcome) {
    require(0 <= trial && trial < history.size(), "trial", "must be < " + history.size(), trial);
    require(history.evaluations().get(trial).pending(), "trial", "must be told only once", trial);
    history = history.telling(trial, outcome);
  }

  /** Returns all that was asked for, with what was told of it. */
  public History history() {
    return history;
  }
}
