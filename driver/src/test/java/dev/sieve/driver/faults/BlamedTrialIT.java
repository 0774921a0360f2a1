package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A trial that ends every executor it is given, as YARN's do when memory is short: after as many
 * tries as Spark allows it is LOST, and those of its pack and of its executors are as without it.
 */
@Tag("faults")
class BlamedTrialIT {
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 500, validation = 100, synthetic { train = 600, test = 200 } }
        training { hidden = [12], batch-size = 50, epochs = 2, schedule { type = constant } }
        stages = [only]
        stage.only.space { hidden = [%s], schedule.eta = [0.1] }
      }
      """;

  @TempDir static Path folder;

  @Test
  void blamedTrial_isLostAlone() {
    SmallSearch search = SmallSearch.in(folder, CONF.formatted("[12], [7], [5], [12, 2500000]"));
    Result result =
        search.succeed(
            "blamed",
            "--master=local-cluster[2,1,1024]",
            "--conf",
            "spark.task.maxFailures=2",
            "--conf",
            "spark.executor.extraJavaOptions=-XX:+ExitOnOutOfMemoryError");
    assertTrue(result.stderr().contains("LOST"), result.stderr());
    List<String> ends =
        search.read("blamed", "trials.csv").lines().skip(1).map(BlamedTrialIT::end).toList();
    assertEquals(List.of("COMPLETED,", "COMPLETED,", "COMPLETED,", "FAILED,LOST"), ends);
    String row = search.read("blamed", "executions.csv").lines().skip(4).findFirst().orElseThrow();
    assertTrue(row.contains("failed 2 times"), row);
    SmallSearch good = SmallSearch.in(folder, CONF.formatted("[12], [7], [5]"));
    good.succeed("good");
    assertEquals(rows(good, "good"), rows(search, "blamed"));
    Counts.note("1 trial that ends every executor it is given, in a pack with 3 others");
  }

  private static List<String> rows(SmallSearch search, String run) {
    return search.read(run, "trials.csv").lines().skip(1).limit(3).toList();
  }

  private static String end(String row) {
    String[] values = row.split(",", -1);
    return values[6] + "," + values[7];
  }
}
