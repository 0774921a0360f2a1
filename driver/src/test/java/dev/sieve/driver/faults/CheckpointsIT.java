package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.Signal;
import dev.sieve.driver.harness.SmallSearch;
import dev.sieve.driver.harness.StandaloneCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A driver or an executor is killed in the middle of long trials, which go on from there. */
@Tag("faults")
class CheckpointsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** One pack of trials of some seconds, in which everything is drawn that can be. */
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 500, validation = 100, synthetic { train = 600, test = 200 } }
        training {
          batch-size = 50
          epochs = 120
          dropout = 0.2
          flip = 0.5
          noise = 0.1
          schedule { type = constant, eta = 0.003 }
        }
        evaluation.interval = 500
        stages = [only]
        stage.only.space {
          hidden = [[12], [7, 5]]
          optimizer = [sgd, { momentum = 0.9 }, adam]
        }
      }
      """;

  private static final String[] SAVING = {"--set", "checkpoint-every=200 ms"};

  @TempDir static Path folder;
  private static SmallSearch search;

  @BeforeAll
  static void undisturbed() {
    search = SmallSearch.in(folder, CONF);
    search.succeed("whole");
    assertTrue(resumedSteps("whole").stream().allMatch(step -> step == 0));
  }

  @Test
  void driverKilledInTheMiddle_goesOnFromThere() {
    try (SieveProcess sieve = search.start("driver", SAVING)) {
      sieve.await("checkpoint", () -> !saved("driver").isEmpty(), PATIENCE);
      sieve.kill();
      sieve.finish(PATIENCE);
    }
    assertEquals(0, search.packsInJournal("driver"), "it was killed too late");
    assertGoesOn("driver", search.succeed("driver", SAVING));
    Counts.note("1 kill of the driver in the middle of long trials, which went on");
  }

  @Test
  void tornCheckpoint_isSetAside_andItsTrialsBeginAnew() throws IOException {
    try (SieveProcess sieve = search.start("torn", SAVING)) {
      sieve.await("checkpoint", () -> !saved("torn").isEmpty(), PATIENCE);
      sieve.kill();
      sieve.finish(PATIENCE);
    }
    Path file = search.run("torn").resolve("checkpoints").resolve(saved("torn").get(0));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    Result again = search.succeed("torn", SAVING);
    assertTrue(again.stderr().contains("is set aside as"), again.stderr());
    assertTrue(resumedSteps("torn").stream().allMatch(step -> step == 0));
    search.assertSameTables("whole", "torn");
  }

  @Test
  void executorKilledInTheMiddle_goesOnElsewhere() {
    try (StandaloneCluster cluster = StandaloneCluster.start(2);
        SieveProcess sieve =
            search.start(
                "executor",
                Stream.concat(
                        Stream.of(SAVING),
                        Stream.of("--master=" + cluster.master(), "--executor-memory", "1g"))
                    .toArray(String[]::new))) {
      sieve.await("checkpoint", () -> !saved("executor").isEmpty(), PATIENCE);
      cluster.executors().forEach(executor -> Signal.KILL.send(executor.pid()));
      assertGoesOn("executor", sieve.finish(PATIENCE));
    }
    Counts.note("2 kills of executors in the middle of long trials, which went on");
  }

  /** Each process has a folder of its own there. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void folderThatExecutorsDoNotSee_isRefusedAtTheStart() {
    Result refused =
        search.end(
            "unseen",
            "--master=local-cluster[1,1,1024]",
            "--set",
            "checkpoint-every=1 minute",
            "--set",
            "checkpoint-path=/proc/self/cwd/driver/target/unseen");
    assertEquals(2, refused.exit(), refused.stderr());
    assertTrue(refused.stderr().contains("does not see what the driver writes"), refused.stderr());
    assertTrue(refused.stderr().contains("Set checkpoint-path"), refused.stderr());
    assertEquals(0, search.packsInJournal("unseen"));
  }

  private static void assertGoesOn(String run, Result result) {
    assertEquals(0, result.exit(), result.stderr());
    List<Long> steps = resumedSteps(run);
    assertTrue(steps.stream().allMatch(step -> step > 0), "began anew: " + steps);
    search.assertSameTables("whole", run);
    assertFalse(Files.exists(search.run(run).resolve("checkpoints")), "nothing is left behind");
  }

  private static List<Long> resumedSteps(String run) {
    List<String> lines = search.read(run, "executions.csv").lines().toList();
    int column = List.of(lines.get(0).split(",")).indexOf("resumed_step");
    return lines.stream().skip(1).map(line -> Long.valueOf(line.split(",", -1)[column])).toList();
  }

  private static List<String> saved(String run) {
    Path checkpoints = search.run(run).resolve("checkpoints");
    if (!Files.exists(checkpoints)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(checkpoints)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".checkpoint"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
