package dev.sieve.driver.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
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
import java.util.Map;
import java.util.Set;
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

  /** Two packs of trials of some seconds, in which everything is drawn that can be. */
  private static final String CONF =
      """
      search {
        data { source = synthetic, train = 500, validation = 100, synthetic { train = 600, test = 200 } }
        training {
          batch-size = 50
          epochs = 60
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

  private static final int PACKS = 2;

  private static final String[] SAVING = {"--set", "checkpoint-every=200 ms"};

  private static final String ENDING = ".checkpoint";
  private static final Set<Long> ANEW = Set.of(0L);

  @TempDir static Path folder;
  private static SmallSearch search;

  @BeforeAll
  static void undisturbed() {
    search = SmallSearch.in(folder, CONF);
    search.succeed("whole");
    Map<String, Set<Long>> steps = resumedSteps("whole");
    assertEquals(PACKS, steps.size(), steps.toString());
    assertTrue(steps.values().stream().allMatch(ANEW::equals), steps.toString());
  }

  @Test
  void driverKilledInTheMiddle_goesOnFromThere() {
    try (SieveProcess sieve = search.start("driver", SAVING)) {
      sieve.await("checkpoints", () -> saved("driver").size() == PACKS, PATIENCE);
      sieve.kill();
      sieve.finish(PATIENCE);
    }
    assertEquals(0, search.packsInJournal("driver"), "it was killed too late");
    assertGoesOn("driver", search.succeed("driver", SAVING));
    Counts.note("1 kill of the driver in the middle of long trials, which went on");
  }

  @Test
  void tornCheckpoint_isSetAside_andItsTrialsAloneBeginAnew() throws IOException {
    try (SieveProcess sieve = search.start("torn", SAVING)) {
      sieve.await("checkpoints", () -> saved("torn").size() == PACKS, PATIENCE);
      sieve.kill();
      sieve.finish(PATIENCE);
    }
    String pack = saved("torn").get(0);
    Path file = search.run("torn").resolve("checkpoints").resolve(pack + ENDING);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    Result again = search.succeed("torn", SAVING);
    assertTrue(again.stderr().contains("is set aside as"), again.stderr());
    Map<String, Set<Long>> steps = resumedSteps("torn");
    assertEquals(PACKS, steps.size(), steps.toString());
    steps.forEach(
        (trained, step) -> assertEquals(trained.equals(pack), step.equals(ANEW), trained));
    search.assertSameTables("whole", "torn");
    Counts.note("1 checkpoint torn, whose trials alone began anew");
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
      sieve.await("checkpoints", () -> saved("executor").size() == PACKS, PATIENCE);
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
    Map<String, Set<Long>> steps = resumedSteps(run);
    assertFalse(steps.containsValue(ANEW), "began anew: " + steps);
    search.assertSameTables("whole", run);
    assertFalse(Files.exists(search.run(run).resolve("checkpoints")), "nothing is left behind");
  }

  /** Returns for each pack the steps at which its trials went on. */
  private static Map<String, Set<Long>> resumedSteps(String run) {
    List<String> lines = search.read(run, "executions.csv").lines().toList();
    List<String> header = List.of(lines.get(0).split(","));
    int pack = header.indexOf("pack");
    int step = header.indexOf("resumed_step");
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .collect(groupingBy(row -> row[pack], mapping(row -> Long.valueOf(row[step]), toSet())));
  }

  /** Returns the packs that have left a checkpoint. */
  private static List<String> saved(String run) {
    Path checkpoints = search.run(run).resolve("checkpoints");
    if (!Files.exists(checkpoints)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(checkpoints)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
