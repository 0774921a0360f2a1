package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sql}: answers, and mistakes that are the user's. */
class SqlIT {
  @TempDir static Path folder;
  private static String run;

  @BeforeAll
  static void search() {
    SmallSearch search = SmallSearch.in(folder);
    search.succeed("run");
    run = search.run("run").toString();
  }

  @Test
  void answers_standInAlignedColumns_overSeveralRuns() {
    String query = "select stage, count(*) n from trials group by stage order by stage";
    Result result = SieveProcess.run("sql", "--master=local[1]", run, run, query);
    assertEquals(0, result.exit(), result.stderr());
    assertEquals("stage   n\ncoarse  16\nfinal   2\nfine    8\n", result.stdout());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          selec 1                  | Syntax error at or near 'selec'
          select nope from trials  | `nope` cannot be resolved
          select * from trails     | `trails` cannot be found
          select 1 / 0             | Division by zero
          """)
  void badQuery_isTheUsersMistake_inOneLine(String query, String message) {
    assertRefused(CommandRun.of(new SqlCommand(), run, query), message);
  }

  @Test
  void folderThatIsNoRun_isTheUsersMistake() {
    assertRefused(
        CommandRun.of(new SqlCommand(), folder.toString(), "select 1"),
        folder + " must be a run directory");
  }

  private static void assertRefused(CommandRun sql, String message) {
    assertEquals(2, sql.exit(), sql.err());
    assertTrue(sql.err().contains(message), sql.err());
    assertEquals(1, sql.err().lines().count(), sql.err());
    assertEquals("", sql.out());
  }
}
