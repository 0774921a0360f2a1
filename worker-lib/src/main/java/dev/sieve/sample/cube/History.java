package dev.sieve.sample.cube;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a search has asked for, in the order of its trials, never of arrival; and what other
 * searches of the same cube have found, where it is told of any.
 *
 * @param evaluations one a trial
 * @param learned what other searches found, a list for each: all scores of a list may be off by the
 *     same amount, which is not known
 */
public record History(List<Evaluation> evaluations, List<List<Evaluation>> learned) {
  /** Nothing yet. */
  public static final History EMPTY = new History(List.of());

  public History {
    evaluations = List.copyOf(evaluations);
    learned = learned.stream().map(List::copyOf).toList();
  }

  /** Of a search that knows of no other. */
  public History(List<Evaluation> evaluations) {
    this(evaluations, List.of());
  }

  /** Returns how many trials there are, with those that are pending. */
  public int size() {
    return evaluations.size();
  }

  /** Returns those whose result has come: scored or failed. */
  public List<Evaluation> told() {
    return evaluations.stream().filter(one -> !one.pending()).toList();
  }

  /** Returns how many have a score. */
  public int scored() {
    return (int) evaluations.stream().filter(Evaluation::scored).count();
  }

  /** Returns how many scores there are, those of other searches among them. */
  public int scores() {
    return scored()
        + (int) learned.stream().flatMap(List::stream).filter(Evaluation::scored).count();
  }

  /** Returns the points of trials whose result has not come yet. */
  public List<Point> pending() {
    return evaluations.stream().filter(Evaluation::pending).map(Evaluation::point).toList();
  }

  /** Returns a new set of all points that were asked for. */
  public Set<Point> points() {
    Set<Point> points = new HashSet<>();
    evaluations.forEach(one -> points.add(one.point()));
    return points;
  }

  /** Returns this history, and behind it {@code points} as pending. */
  public History asking(Collection<Point> points) {
    List<Evaluation> all = new ArrayList<>(evaluations);
    points.forEach(point -> all.add(new Evaluation(point, new Outcome.Pending())));
    return new History(all, learned);
  }

  /** Returns this history, but with {@code outcome} for trial {@code trial}. */
  public History telling(int trial, Outcome outcome) {
    List<Evaluation> all = new ArrayList<>(evaluations);
    all.set(trial, new Evaluation(all.get(trial).point(), outcome));
    return new History(all, learned);
  }
}
