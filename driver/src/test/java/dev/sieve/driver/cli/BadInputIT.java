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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user can do wrong: refused before anything is written, in words, with exit code 2. */
class BadInputIT {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknown key     | --set training.epoch=3           | search.training.epoch is not a key; did you mean epochs?
          no such stage   | --set stage.fine.narrow.from=course | names course, which is no earlier stage; did you mean coarse?
          no data         | --set data.source=cifar10 --set data.path=/no/such/folder | there is no /no/such/folder
          no master       | --master=spark://127.0.0.1:1     | no Spark master answers at 127.0.0.1:1
          unknown option  | --fresch                         | Unknown option: '--fresch'
          no cores        | --master=local[0]                | --master must be local[N], local[N,FAILURES], spark://HOST:PORT, yarn or k8s://URL, but was 'local[0]'
          no value        | --conf=spark.task.cpus           | --conf needs KEY=VALUE, but was 'spark.task.cpus'
          little memory   | --driver-memory=100m             | --driver-memory must be 450m or more, which Spark needs, but was '100m'
          memory in words | --driver-memory=lots             | --driver-memory must be a size such as 512m or 2g, but was 'lots'
          no such memory  | --driver-memory=900000g          | --driver-memory must be a size that Java can have here, but was '900000g'
          no properties   | --properties-file=/no/such       | --properties-file must be a file, but there is no /no/such
          no package      | --packages=bogus                 | Spark does not start: Provided Maven Coordinates must be in the form
          """)
  void mistake_isNamed_andNothingIsWritten(String name, String options, String message) {
    SmallSearch search = SmallSearch.in(folder);
    assertRefused(search.end("run", options.split(" ", -1)), message);
    assertFalse(Files.exists(search.run("run")));
  }

  @Test
  void placeThatCannotBeReached_isNamed() {
    SmallSearch search = SmallSearch.in(folder);
    String place = "hdfs://nohost.invalid/run";
    assertRefused(
        SieveProcess.run("search", search.conf().toString(), "--no-export", "--out", place),
        "there is no host 'nohost.invalid'");
  }

  /** One case of each kind; the readers' own tests have the others. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text for a number | csv     | t.csv     | a,y;1,no;two,yes | t.csv:3: column a must be a number
          no such column    | csv     | t.csv     | a,z;1,no         | must have a column y, but has none: known are a, z
          one class         | csv     | t.csv     | a,y;1,no;2,no    | must have two classes or more
          quote stays open  | csv     | t.csv     | a,y;1,"no;2,yes  | does a quote never close?
          no Parquet        | parquet | t.parquet | PAR1;PAR1        | must be a whole Parquet file
          """)
  void badData_areNamed_andNothingIsWritten(
      String name, String source, String file, String lines, String message) throws IOException {
    Path data = Files.writeString(folder.resolve(file), lines.replace(';', '\n') + "\n");
    SmallSearch search = SmallSearch.in(folder);
    Result result =
        search.end(
            "run",
            "--set",
            "data.source=" + source,
            "--set",
            "data.path=" + data,
            "--set",
            "data.label=y");
    assertRefused(result, message);
    assertFalse(Files.exists(search.run("run")));
  }

  @Test
  void severalMistakes_areAllNamedAtOnce_withTheirLines() {
    SmallSearch search =
        SmallSearch.in(
            folder,
            SmallSearch.CONF
                .replace("epochs = 2", "epoch = 2")
                .replace("seed = 7", "seed = many")
                .replace("[1e-5, 1e-2]", "[1e-2, 1e-5]")
                .replace("trials = 8", "trials = 0")
                .replace("batch-size = [10, 50]", "batch-size = [10, 501]"));
    Result result = search.end("run");
    assertRefused(result, "small.conf:2: search.seed must be an integer, but was \"many\"");
    assertRefused(result, "small.conf:20: search.stage.coarse.space.batch-size must be at most");
    assertRefused(result, "small.conf:12: search.training.epoch is not a key");
    assertRefused(result, "small.conf:17: search.stage.coarse.trials must be 1 to 1000000");
    assertRefused(result, "small.conf:21: search.stage.coarse.space.l2 must have 0 < low < high");
    assertFalse(Files.exists(search.run("run")));
  }

  @Test
  void syntaxError_isNamedByItsLine() {
    SmallSearch search = SmallSearch.in(folder, "search {\n  seed = 1 ]\n}\n");
    assertRefused(search.end("run"), "small.conf:2: ");
    assertFalse(Files.exists(search.run("run")));
  }

  @Test
  void missingConf_isNamed() {
    SmallSearch search = new SmallSearch(folder.resolve("none.conf"));
    assertRefused(search.end("run"), "none.conf: no such file");
    assertFalse(Files.exists(search.run("run")));
  }

  @Test
  void folderOfOtherFiles_isRefused_andLeftAlone() throws IOException {
    SmallSearch search = SmallSearch.in(folder);
    Files.createDirectories(search.run("run"));
    Files.writeString(search.run("run").resolve("notes.txt"), "mine");
    assertRefused(search.end("run"), "run must be empty or a run directory, but holds notes.txt");
    assertEquals("mine", search.read("run", "notes.txt"));
    try (Stream<Path> files = Files.list(search.run("run"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void otherSpark_isRefusedByName_andNothingIsWritten() throws IOException {
    Files.createDirectories(folder.resolve("spark/jars"));
    Files.createFile(folder.resolve("spark/jars/spark-core_2.13-4.1.0.jar"));
    SmallSearch search = SmallSearch.in(folder);
    List<String> arguments =
        new ArrayList<>(List.of("search", search.conf().toString(), "--no-export"));
    arguments.addAll(Arrays.asList("--out", search.run("run").toString()));
    Result result =
        SieveProcess.run(
            java.util.Map.of("SPARK_HOME", folder.resolve("spark").toString()),
            arguments.toArray(String[]::new));
    assertRefused(result, "is Spark 4.1.0 for Scala 2.13");
    assertFalse(Files.exists(search.run("run")));
  }

  private static void assertRefused(Result result, String message) {
    assertEquals(2, result.exit(), result.stderr());
    assertTrue(result.stderr().contains(message), result.stderr());
    assertFalse(result.stderr().contains("\tat "), result.stderr());
    assertFalse(result.stderr().contains("Exception"), result.stderr());
    assertEquals("", result.stdout());
  }
}
