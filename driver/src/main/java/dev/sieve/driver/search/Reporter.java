package dev.sieve.driver.search;

import dev.sieve.trial.Execution;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.List;

/** Hears how a search goes. Calls come from one thread, but for {@link #progressed}. */
public interface Reporter {

  /**
   * Rounds of stages begin, together.
   *
   * @param titles what the rounds are called: the names of their stages, and the rungs of halving
   * @param trials of all of them
   * @param known those of these that an earlier run of the search has finished
   * @param trialEpochs left to train
   */
  void roundsBegin(
      List<String> titles, List<Trial> trials, List<TrialResult> known, long trialEpochs);

  /** A trial of the current rounds ended so, as {@code execution} tells, and is in the journal. */
  void trialEnded(TrialResult result, Execution execution);

  /** So many trial-epochs of the current rounds are trained. May come from any thread. */
  void progressed(long trialEpochs);

  /** The current rounds are over. */
  void roundsEnd();

  /** A bound of the space of {@code stage} moved; {@code why} is a sentence. */
  void moved(String stage, String why);

  /** Something about the stages that is good to know. */
  void tell(String message);

  /** Something that the user should know. */
  void warn(String message);
}
