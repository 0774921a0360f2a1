package dev.sieve.driver.conf;

import dev.sieve.UserMistake;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a conf that cannot be run. Holds all of its mistakes, in the order of the file. */
public final class ConfException extends UserMistake {
  private static final long serialVersionUID = 1;

  private final List<ConfProblem> problems;

  /**
   * @param problems at least one
   */
  public ConfException(List<ConfProblem> problems) {
    super(problems.stream().map(ConfProblem::text).collect(Collectors.joining("\n")), null);
    this.problems = List.copyOf(problems);
  }

  /** Returns the mistakes, at least one. */
  public List<ConfProblem> problems() {
    return problems;
  }
}
