package dev.sieve.driver.search;

import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;

/** Hears how a search goes. Calls come from one thread, but for {@link #progressed}. */
public interface Reporter {

  /**
   * Stages begin, together.
   *
   * @param stages their names
   * @param trials of all of them
   * @param known those of these that an earlier run of the search has finished
   * @param trialEpochs left to train
   */
  void stagesBegin(
      List<String> stages, List<Trial> trials, List<TrialResult> known, long trialEpochs);

  /** A trial of the current stages ended, and is in the journal. */
  void trialEnded(TrialResult result);

  /** So many trial-epochs of the current stages are trained. May come from any thread. */
  void progressed(long trialEpochs);

  /** The current stages are over. */
  void stagesEnd();

  /** Something that the user should know. */
  void warn(String message);
}
