package dev.sieve.export.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.run.SearchPlan.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchedTest {
  /** Behind why bounds moved: how the stage saves, and what ended it. */
  @Test
  void lines_endWithWhatIsSaved() {
    Stage stage =
        Stage.named("coarse")
            .saving(List.of("race: up to 5 repeats"))
            .with(List.of("l2 from 0.1 to 0.2"))
            .saving(List.of("ended after 48 of 96 configurations"));
    assertEquals(
        List.of(
            "l2 from 0.1 to 0.2", "race: up to 5 repeats", "ended after 48 of 96 configurations"),
        Searched.lines(stage));
  }
}
