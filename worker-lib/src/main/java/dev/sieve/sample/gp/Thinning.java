package dev.sieve.sample.gp;

import dev.sieve.sample.cube.Evaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which evaluations a process is fitted to where there are too many, since its time grows with
 * their cube: the best half, and the others evenly by rank.
 */
final class Thinning {
  /** So many are all used. */
  static final int LARGEST = 500;

  private Thinning() {}

  /**
   * Returns which of {@code told} are used, by their places, which rise.
   *
   * @param most how many may be used
   */
  static List<Integer> of(List<Evaluation> told, int most) {
    if (told.size() <= most) {
      return IntStream.range(0, told.size()).boxed().toList();
    }
    List<Integer> ranked =
        IntStream.range(0, told.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> !told.get(i).scored())
                    .thenComparing(i -> -told.get(i).score()))
            .toList();
    int best = most / 2;
    int others = most - best;
    List<Integer> kept = new ArrayList<>(ranked.subList(0, best));
    for (int i = 0; i < others; i++) {
      kept.add(ranked.get(best + (int) ((long) i * (told.size() - best) / others)));
    }
    return kept.stream().sorted().toList();
  }
}
