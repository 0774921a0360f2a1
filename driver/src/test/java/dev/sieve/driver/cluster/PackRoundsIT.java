package dev.sieve.driver.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sieve.data.DataSet;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.pack.Deadline;
import dev.sieve.driver.pack.JobShare;
import dev.sieve.driver.pack.Pack;
import dev.sieve.driver.pack.PackResult;
import dev.sieve.driver.plan.PlannedRound;
import dev.sieve.driver.plan.Rounds;
import dev.sieve.trial.Failure;
import dev.sieve.trial.Status;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.reflect.ClassTag$;

/** What becomes of packs whose task, or whose job, Spark could not bring to its end. */
@Timeout(120)
class PackRoundsIT {
  private static final DataSet IMAGES = Synthetic.generate(60, 20, 1);
  private static final SearchConf CONF =
      ConfFile.parse(
          """
          search {
            data { source = synthetic, train = 40, validation = 20, synthetic.train = 60 }
            training { hidden = [50], batch-size = 10, epochs = 1 }
            keep-models = all
            stages = [only]
            stage.only.space.l2 = [0, 0.001, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.1]
          }
          """,
          "x.conf",
          List.of(),
          Map.of());
  private static final PlannedRound ROUND = Rounds.first(CONF, IMAGES);

  private static JavaSparkContext spark;

  @BeforeAll
  static void start() {
    // Weights of 50 units take 0.6 MB: two packs of two trials exceed the limit.
    spark =
        new JavaSparkContext(
            new SparkConf(false)
                .setMaster("local[1,2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.maxResultSize", "2m"));
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void broadcastThatIsLostOnce_isFetchedByTheNextAttempt() {
    List<PackResult> results = run(new Unreachable(1, lostBlock()), packs(1, 1));
    assertEquals(List.of(Status.COMPLETED), statuses(results));
    assertEquals(1, results.get(0).executions().get(0).attempt());
  }

  @Test
  void broadcastThatNobodyCanFetch_isNoFindingAboutTheTrials() {
    List<PackResult> results = run(new Unreachable(Integer.MAX_VALUE, lostBlock()), packs(1, 1));
    assertEquals(List.of(Failure.LOST), failures(results));
  }

  @Test
  void broadcastThatTakesAllMemory_leavesTheDriverAlive() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");
    List<PackResult> results = run(new Unreachable(1, full), packs(1, 1));
    assertEquals(List.of(Failure.OUT_OF_MEMORY), failures(results));
    assertFalse(spark.sc().isStopped());
  }

  @Test
  void jobThatSparkGivesUpWithoutBlame_goesOnInItsPacks() {
    List<Pack> packs = packs(5, 2);
    List<PackResult> results = run(spark.broadcast(IMAGES), packs);
    assertEquals(10, statuses(results).stream().filter(Status.COMPLETED::equals).count());
    assertEquals(5, results.stream().map(PackResult::pack).filter(packs::contains).count());
  }

  private static UncheckedIOException lostBlock() {
    return new UncheckedIOException(new IOException("Failed to get broadcast_0_piece3"));
  }

  private static List<PackResult> run(Broadcast<DataSet> images, List<Pack> packs) {
    LongAccumulator progress = spark.sc().longAccumulator();
    JobShare share = JobShare.of(CONF, ROUND.stage(), CheckpointRule.NEVER);
    PackTask task = new PackTask(images, null, spark.broadcast(share), progress, 1);
    List<PackResult> results = new ArrayList<>();
    new PackRounds(
            spark, new Deadline(Duration.ofHours(1)), new ExecutorWatch(spark, warning -> {}))
        .run(List.of(new PackJob(task, packs)), results::add);
    return results;
  }

  private static List<Pack> packs(int count, int size) {
    List<Trial> trials = ROUND.trials();
    return IntStream.range(0, count)
        .mapToObj(i -> new Pack(trials.subList(i * size, (i + 1) * size)))
        .toList();
  }

  private static List<TrialResult> results(List<PackResult> packs) {
    return packs.stream()
        .flatMap(pack -> pack.trained().stream())
        .map(trained -> trained.result())
        .toList();
  }

  private static List<Status> statuses(List<PackResult> packs) {
    return results(packs).stream().map(TrialResult::status).toList();
  }

  private static List<Failure> failures(List<PackResult> packs) {
    return results(packs).stream().map(TrialResult::failure).toList();
  }

  /** A broadcast of the images that the first attempts of a task cannot fetch. */
  private static final class Unreachable extends Broadcast<DataSet> {
    private static final long serialVersionUID = 1;

    private final int attempts;
    private final Throwable thrown;

    Unreachable(int attempts, Throwable thrown) {
      super(1_000_000, ClassTag$.MODULE$.apply(DataSet.class));
      this.attempts = attempts;
      this.thrown = thrown;
    }

    @Override
    public DataSet getValue() {
      if (TaskContext.get().attemptNumber() < attempts) {
        if (thrown instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) thrown;
      }
      return IMAGES;
    }

    @Override
    public void doUnpersist(boolean blocking) {}

    @Override
    public void doDestroy(boolean blocking) {}
  }
}
