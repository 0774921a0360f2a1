package dev.sieve.driver.plan;

import dev.sieve.Texts;
import dev.sieve.driver.plan.cube.LearnedPoints;
import dev.sieve.learned.LearnedStage;
import dev.sieve.sample.cube.Evaluation;
import dev.sieve.sample.cube.History;
import dev.sieve.space.SearchSpace;
import dev.sieve.trial.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * What other searches have found in the space of a stage.
 *
 * @param found for each stage of another search that has something there
 * @param told how much of each search that is, in a sentence each
 */
record Learned(List<List<Evaluation>> found, List<String> told) {
  Learned {
    found = List.copyOf(found);
    told = List.copyOf(told);
  }

  /** Of a stage whose sampler does not learn. */
  static final Learned NOTHING = new Learned(List.of(), List.of());

  static Learned of(List<LearnedStage> stages, SearchSpace space, Metric metric) {
    LearnedPoints points = new LearnedPoints(space, metric);
    List<List<Evaluation>> found = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (LearnedStage stage : stages) {
      List<Evaluation> there = points.of(stage);
      if (!there.isEmpty()) {
        found.add(there);
      }
      int all = stage.configurations().size();
      told.add(
          there.size() == all
              ? Texts.format("learned from all %d configurations of %s", all, stage.title())
              : Texts.format(
                  "learned from %d of the %d configurations of %s; the others lie outside of what is searched",
                  there.size(), all, stage.title()));
    }
    return new Learned(found, told);
  }

  /** Returns {@code history}, and what other searches have found. */
  History behind(History history) {
    return new History(history.evaluations(), found);
  }
}
