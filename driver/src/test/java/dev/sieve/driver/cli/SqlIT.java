package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sql}: answers, and mistakes that are the user's. */
class SqlIT {
  private static final String COUNT = "select count(*) n from trials";

  /** Names of runs that would be patterns, and one whose neighbours a pattern could not bear. */
  private static final List<String> ODD = List.of("run[1]", "a{1,2}", "b*", "c?", "12:00");

  @TempDir static Path folder;
  private static String run;

  @BeforeAll
  static void search() throws IOException {
    SmallSearch search = SmallSearch.in(folder);
    search.succeed("run");
    run = search.run("run").toString();
    for (String name : ODD) {
      Path copy = Files.createDirectories(folder.resolve("odd").resolve(name));
      Files.copy(Path.of(run, "trials.parquet"), copy.resolve("trials.parquet"));
    }
    // What the patterns would match, and cannot be read.
    for (String name : List.of("run1", "a1", "b2", "c3")) {
      Path other = Files.createDirectories(folder.resolve("odd").resolve(name));
      Files.writeString(other.resolve("trials.parquet"), "none");
    }
  }

  @Test
  void answers_standInAlignedColumns_overSeveralRuns() {
    String query = "select stage, count(*) n from trials group by stage order by stage";
    Result result = SieveProcess.run("sql", "--master=local[1]", run, run, query);
    assertEquals(0, result.exit(), result.stderr());
    assertEquals("stage   n\ncoarse  16\nfinal   2\nfine    8\n", result.stdout());
  }

  @Test
  void namesOfRuns_arePaths_notPatterns() {
    String[] arguments =
        Stream.concat(ODD.stream().map(name -> folder + "/odd/" + name), Stream.of(COUNT))
            .toArray(String[]::new);
    assertEquals("n\n" + SmallSearch.TRIALS * ODD.size() + "\n", answer(arguments));
  }

  @Test
  void patterns_areAskedFor() {
    String n = "n\n" + SmallSearch.TRIALS;
    assertEquals(n + "\n", answer("--glob", folder + "/odd/1*", COUNT));
    assertEquals(n + "\n", answer("--glob", folder + "/*d/{12,b}:*", COUNT));
    assertRefused(
        CommandRun.of(new SqlCommand(), "--glob", folder + "/odd/x*", COUNT),
        "no run directory with tables matches " + folder + "/odd/x*");
  }

  @Test
  void answers_areTextForPrograms_ifAskedFor() {
    String query = "select 'a,\"b' t, '' e, null n, 0.1D d, count(*) c from trials";
    assertEquals("t,e,n,d,c\n\"a,\"\"b\",\"\",,0.1,13\n", answer("--csv", run, query));
    assertEquals(
        "{\"t\":\"a,\\\"b\",\"e\":\"\",\"n\":null,\"d\":0.1,\"c\":13}\n",
        answer("--json", run, query));
    assertEquals("t     e  n     d    c\na,\"b     NULL  0.1  13\n", answer(run, query));
  }

  @Test
  void answers_areAParquetFile_ifAskedFor() {
    String file = folder.resolve("best.parquet").toString();
    String query = "select stage, trial from trials order by trial desc, stage";
    assertEquals("", answer("--parquet", file, run, query));
    assertEquals(
        "stage,trial\ncoarse,7\n",
        answer("--csv", run, "select * from parquet.`%s` limit 1".formatted(file)));
    assertRefused(
        CommandRun.of(new SqlCommand(), "--parquet", file, run, query),
        "--parquet must be a new file, but " + file + " is there");
  }

  /** A run is read-only, and so is the folder that the command is called from. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into trials select * from trials",
        "insert overwrite table trials select * from trials",
        "with t as (select 1) insert into trials select * from t",
        "from trials insert into a select * insert into b select *",
        "create table copy as select * from trials",
        "create or replace temp view trials as select 1",
        "drop view trials",
        "delete from trials",
        "cache table trials",
        "set spark.sql.shuffle.partitions = 1",
        "execute immediate 'drop view trials'",
        "begin drop view trials; end",
      })
  void whatWrites_isTheUsersMistake_andChangesNothing(String query) throws IOException {
    List<String> before = names(run);
    assertRefused(CommandRun.of(new SqlCommand(), run, query), "runs are read-only to SQL");
    assertEquals(before, names(run));
    assertFalse(Files.exists(Path.of("spark-warehouse")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "describe trials",
        "show columns in trials",
        "show tables",
        "explain select * from trials",
        "table trials",
        "values (1), (2)",
        "with t as (select * from trials) select * from t",
      })
  void whatTells_isAnswered(String query) {
    assertFalse(answer(run, query).isEmpty());
  }

  private static List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private static String answer(String... arguments) {
    CommandRun sql = CommandRun.of(new SqlCommand(), arguments);
    assertEquals(0, sql.exit(), sql.err());
    return sql.out();
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
