package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trials that throw, take more memory than there is, or never end: rows with their reason, whose
 * neighbours are as without them.
 */
@Tag("faults")
class BadTrialsIT {
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 500, validation = 100, synthetic { train = 600, test = 200 } }
        training { hidden = [12], batch-size = 50, epochs = 20, schedule { type = constant } }
        stages = [only]
        stage.only.space { hidden = [%s], schedule.eta = [0.001, 0.002] }
      }
      """;

  private static final String[] OPTIONS = {"--set", "limits.trial=4 s", "--driver-memory=3g"};

  /** Its weights fit, so that it is not refused; all that a training needs besides does not. */
  private static final String TOO_LARGE = "[12, 6000000]";

  /** It fits, and would train for far longer than its limit. */
  private static final String ENDLESS = "[12, 8000, 8000]";

  @TempDir static Path folder;
  private static SmallSearch search;

  @BeforeAll
  static void run() {
    search =
        SmallSearch.in(folder, CONF.formatted("[12], [7], %s, %s".formatted(TOO_LARGE, ENDLESS)));
    search.succeed("mixed", OPTIONS);
  }

  @Test
  void eachBadTrial_isARow_withItsCause() {
    assertEquals(
        List.of("COMPLETED,", "COMPLETED,", "FAILED,OUT_OF_MEMORY", "FAILED,TIMEOUT"),
        search.read("mixed", "trials.csv").lines().skip(1).limit(4).map(BadTrialsIT::end).toList());
  }

  @Test
  void executions_holdMessageAndFrames_andTheCommandThatTrainsItAgain() {
    String row = search.read("mixed", "executions.csv").lines().skip(3).findFirst().orElseThrow();
    assertTrue(row.contains("OutOfMemoryError"), row);
    assertTrue(row.contains(" at dev.sieve."), row);
    assertTrue(row.contains(",submit/sieve trial " + search.run("mixed") + " only 2,"), row);
  }

  @Test
  void neighbours_areAsWithoutThem() {
    SmallSearch good = SmallSearch.in(folder, CONF.formatted("[12], [7]"));
    good.succeed("good");
    assertEquals(rows("good", "trials.csv", 2), rows("mixed", "trials.csv", 2));
    assertEquals(rows("good", "curves.csv", 6), rows("mixed", "curves.csv", 6));
  }

  @Test
  void trial_showsTheSameFailureAgain() {
    Result result = SieveProcess.run("trial", search.run("mixed").toString(), "only", "2");
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(result.stdout().contains("OUT_OF_MEMORY after 0 updates"), result.stdout());
    assertTrue(result.stdout().contains("the same as recorded"), result.stdout());
    assertFalse(result.stderr().contains("\tat "), result.stderr());
  }

  @Test
  void searchRunAgain_triesOnlyThoseThatMayEndDifferently() {
    Result result = search.succeed("mixed", OPTIONS);
    assertTrue(result.stderr().contains("4 of 8 trials are finished already"), result.stderr());
  }

  private static List<String> rows(String run, String table, int count) {
    return search.read(run, table).lines().limit(1 + count).toList();
  }

  /** Returns status and failure of a row of {@code trials}, whose first columns need no quotes. */
  private static String end(String row) {
    String[] values = row.split(",", -1);
    return values[6] + "," + values[7];
  }
}
