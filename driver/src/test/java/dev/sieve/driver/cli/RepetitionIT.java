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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded trials, trained again by {@code trial} and {@code verify}. */
class RepetitionIT {
  @TempDir static Path folder;
  private static SmallSearch search;
  private static String run;
  private static Result searched;

  @BeforeAll
  static void search() {
    search = SmallSearch.in(folder);
    searched = search.succeed("run");
    run = search.run("run").toString();
  }

  @Test
  void search_saysAllThatItChose() {
    assertTrue(
        searched
            .stdout()
            .matches("(?s).*Final model: l2 \\S+, eta-max \\S+, .*, batch-size \\d+\n.*"),
        searched.stdout());
  }

  @Test
  void verify_findsAllTrialsTheSame() {
    Result result = SieveProcess.run("verify", run, "--trials=99");
    assertEquals(0, result.exit(), result.stdout() + result.stderr());
    assertTrue(
        result.stdout().endsWith("13 of 13 trials are the same, digit by digit\n"),
        result.stdout());
  }

  @Test
  void verify_drawsBySeed() {
    String first = sieve("verify", run, "--trials=4", "--seed=1").out();
    assertEquals(5, first.lines().count(), first);
    assertEquals(first, sieve("verify", run, "--trials=4", "--seed=1").out());
  }

  @Test
  void verify_namesADigitThatWasChanged() throws IOException {
    Path copy = Files.createDirectories(search.run("forged"));
    try (Stream<Path> files = Files.walk(Path.of(run))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(Path.of(run).relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    String table = Files.readString(copy.resolve("trials.csv"));
    List<String> lines = table.lines().toList();
    int column = List.of(lines.get(0).split(",", -1)).indexOf("train_loss");
    String loss = lines.get(1).split(",", -1)[column];
    Files.writeString(copy.resolve("trials.csv"), table.replace(loss, loss + "1"));
    CommandRun result = sieve("verify", copy.toString(), "--trials=99");
    assertEquals(1, result.exit(), result.err());
    assertTrue(
        result
            .out()
            .contains("trials row 0: train_loss is recorded as " + loss + "1, but was " + loss),
        result.out());
    assertTrue(result.err().contains("1 of 13 trials differ from what is recorded"), result.err());
  }

  @Test
  void trial_showsItsCurve_andComparesIt() {
    CommandRun result = sieve("trial", run, "fine", "1");
    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().startsWith("fine-1, repeat 0: configuration "), result.out());
    assertTrue(
        result
            .out()
            .endsWith("the same as recorded, with the 3 points of its curve, digit by digit\n"),
        result.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          trial RUN corse 0      | there is no stage 'corse'; known are coarse, fine, final; did you mean coarse?
          trial RUN coarse 8     | TRIAL must be 0 to 7 in stage coarse, but was 8
          trial FOLDER coarse 0  | must be a run directory, but holds no search.conf
          verify RUN --trials=0  | --trials must be >= 1, but was 0
          """)
  void mistakes_areNamed(String command, String message) {
    String[] arguments =
        command.replace("RUN", run).replace("FOLDER", folder.toString()).split(" ", -1);
    CommandRun result = sieve(arguments);
    assertEquals(2, result.exit(), result.err());
    assertTrue(result.err().contains(message), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
  }

  @Test
  void stageThatFollowsFromAnUnfinishedOne_isRefused() throws IOException {
    Path half = search.run("half");
    Files.createDirectories(half.resolve("journal"));
    Files.copy(Path.of(run, "search.conf"), half.resolve("search.conf"));
    CommandRun result = sieve("trial", half.toString(), "fine", "0");
    assertEquals(2, result.exit(), result.err());
    assertTrue(
        result.err().contains("stage fine follows from coarse, which is not done"), result.err());
    assertEquals(
        "nothing is recorded of it yet",
        Arrays.stream(sieve("trial", half.toString(), "coarse", "0").out().split("\n"))
            .reduce((before, last) -> last)
            .orElseThrow());
  }

  private static CommandRun sieve(String... arguments) {
    return CommandRun.of(new Sieve(), arguments);
  }
}
