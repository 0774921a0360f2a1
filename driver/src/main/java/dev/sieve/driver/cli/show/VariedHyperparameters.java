package dev.sieve.driver.cli.show;

import dev.sieve.space.Axes;
import dev.sieve.space.Axis;
import dev.sieve.trial.Trial;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The hyperparameters in which some trials differ: those that are worth showing. */
public record VariedHyperparameters(List<Axis<?>> axes) {

  /** Returns those of {@code trials}. */
  public static VariedHyperparameters of(List<Trial> trials) {
    return new VariedHyperparameters(
        Axes.ALL.stream().filter(axis -> differ(axis, trials)).toList());
  }

  private static boolean differ(Axis<?> axis, List<Trial> trials) {
    return trials.stream()
        .anyMatch(trial -> !Objects.equals(value(axis, trial), value(axis, trials.get(0))));
  }

  private static Object value(Axis<?> axis, Trial trial) {
    return trial.candidate().get(axis);
  }

  /** Returns these and {@code others}. */
  VariedHyperparameters and(VariedHyperparameters others) {
    return new VariedHyperparameters(
        Axes.ALL.stream()
            .filter(axis -> axes.contains(axis) || others.axes.contains(axis))
            .toList());
  }

  /** Returns those that are not among {@code others}. */
  public VariedHyperparameters without(Set<Axis<?>> others) {
    return new VariedHyperparameters(axes.stream().filter(axis -> !others.contains(axis)).toList());
  }

  /** Returns {@code l2=0.00512 eta-max=0.083}; empty where nothing varies. */
  public String text(Trial trial) {
    return axes.stream()
        .map(axis -> axis.name() + "=" + axis.shownIn(trial.candidate()))
        .collect(Collectors.joining(" "));
  }

  /** Returns their names. */
  public List<String> names() {
    return axes.stream().map(Axis::name).toList();
  }

  /** Returns the value of each of {@link #axes}. */
  public List<String> values(Trial trial) {
    return axes.stream().map(axis -> axis.shownIn(trial.candidate())).toList();
  }
}
