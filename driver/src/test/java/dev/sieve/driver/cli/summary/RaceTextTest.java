package dev.sieve.driver.cli.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.saving.Raced;
import dev.sieve.space.Candidate;
import dev.sieve.trial.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaceTextTest {
  private static final String STAGES =
      "stages = [only]\nstage.only.space.l2 = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]";

  private static String text(int worse, int failed) {
    List<TrialResult> results =
        LocalSearch.of(STAGES).run("race-text", LocalSearch.executor(2)).results().competing();
    Map<Candidate, String> left = new LinkedHashMap<>();
    for (int i = 0; i < worse + failed; i++) {
      left.put(results.get(i).trial().candidate(), i < worse ? Raced.WORSE : Raced.FAILED);
    }
    return RaceText.of(new Raced("coarse", 40, 5, 110, 156, left)).replace("\r\n", "\n");
  }

  @Test
  void text_saysWhatWasSaved_andHowManyLeft() {
    assertEquals(
        """

        Race of coarse: 40 configurations, up to 5 repeats; 110 of 200 trainings, 45 % saved
          6 left it significantly worse than the best, p < 0.1 over 156 comparisons; 2 whose training failed
        """,
        text(6, 2));
    assertFalse(text(6, 0).contains("failed"));
  }
}
