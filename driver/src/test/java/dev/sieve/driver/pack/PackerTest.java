package dev.sieve.driver.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.Selection;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.ExampleScaling;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.checkpoint.CheckpointRule;
import dev.sieve.engine.SieveEngine;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Axes;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PackerTest {
  private static final int MOST = 8;
  private static final Split SPLIT =
      Split.of(
          Synthetic.generate(20, 10, 1),
          new SplitRule(new Selection.Count(10), new Selection.Count(10)),
          1);

  @Test
  void twoUnevenStages_shareTwoPacks_thatKeepTwoCoresEvenlyBusy() {
    List<Pack> packs = plan(unevenStages(), new Executors(2, 1));
    assertEquals(2, packs.size(), packs.toString());
    double work = packs.stream().mapToDouble(PackCost::of).sum();
    assertTrue(
        new Executors(2, 1).makespan(packs, PackCost::of) < 1.05 * work / 2, packs.toString());
  }

  @Test
  void stagesOnOtherData_shareNoPack() {
    Map<JobShare, List<Trial>> trials = new LinkedHashMap<>();
    trials.put(share(1), trials("coarse", 3, 1, 100));
    trials.put(share(2), trials("fine", 3, 1, 100));
    List<JobPlan> jobs = new Packer(MOST, new Executors(1, 1)).plan(trials, Map.of());
    assertEquals(List.of(share(1), share(2)), jobs.stream().map(JobPlan::share).toList());
    assertEquals(
        List.of(trials.get(share(1)), trials.get(share(2))),
        jobs.stream().map(job -> job.packs().get(0).trials()).toList());
  }

  @Test
  void oneCore_getsPacksAsLargeAsAllowed() {
    List<Pack> packs = plan(trials("coarse", 16, 1, 100), new Executors(1, 1));
    assertEquals(List.of(8, 8), packs.stream().map(pack -> pack.trials().size()).toList());
  }

  @Test
  void fewTrials_onOneExecutorOfTwoCores_areOnePack_forBothCores() {
    assertEquals(1, plan(trials("coarse", 5, 1, 100), new Executors(1, 2)).size());
  }

  @Test
  void manyExecutors_getATrialEach() {
    assertEquals(4, plan(trials("coarse", 4, 1, 100), new Executors(16, 1)).size());
  }

  @Test
  void wideNetworks_countAsWhatTheyAre() {
    List<Trial> trials = new ArrayList<>(trials("coarse", 10, 1, 100));
    trials.add(wide(trials.get(0), 10, 500));
    List<Pack> packs = plan(trials, new Executors(2, 1));
    assertEquals(
        List.of(1, 5, 5), // the wide one costs as much as ten others
        packs.stream().map(pack -> pack.trials().size()).toList(),
        packs.toString());
  }

  @Test
  void veryWideNetworks_haveAPackEach() {
    List<Trial> trials =
        trials("coarse", 3, 1, 100).stream().map(t -> wide(t, t.index(), 2000)).toList();
    assertEquals(3, plan(trials, new Executors(1, 1)).size());
  }

  @Test
  @Timeout(120) // 100,000² steps take hours
  void tensOfThousandsOfTrials_arePackedAtOnce() {
    List<Trial> trials = trials("coarse", 100_000, 1, 100);
    assertHoldsAll(trials, plan(trials, new Executors(64, 4)));
  }

  @Test
  void checkpoints_areNeverMixed() {
    List<Trial> trials = trials("coarse", 4, 1, 100);
    Map<Trial, String> origins = Map.of(trials.get(0), "a", trials.get(2), "a", trials.get(3), "b");
    List<Pack> packs = plan(trials, new Executors(1, 1), origins);
    assertHoldsAll(trials, packs);
    assertTrue(packs.contains(new Pack(List.of(trials.get(0), trials.get(2)))), packs.toString());
    assertEquals(3, packs.size());
  }

  @Test
  void batchSizes_areNeverMixed() {
    List<Trial> trials = new ArrayList<>(trials("coarse", 3, 1, 100));
    trials.addAll(trials("coarse", 3, 1, 50));
    List<Pack> packs = plan(trials, new Executors(1, 1));
    assertHoldsAll(trials, packs);
    assertEquals(2, packs.size());
    for (Pack pack : packs) {
      assertEquals(
          1, pack.trials().stream().map(t -> t.hyperparameters().batchSize()).distinct().count());
    }
  }

  @Test
  void augmentations_areNeverMixed() {
    List<Trial> trials =
        IntStream.range(0, 6).mapToObj(i -> flipped(trials("coarse", 6, 1, 100).get(i))).toList();
    List<Pack> packs = plan(trials, new Executors(1, 1));
    assertHoldsAll(trials, packs);
    assertEquals(List.of(3, 3), packs.stream().map(pack -> pack.trials().size()).toList());
  }

  private static List<Pack> plan(List<Trial> trials, Executors executors) {
    return plan(trials, executors, Map.of());
  }

  private static List<Pack> plan(
      List<Trial> trials, Executors executors, Map<Trial, String> checkpoints) {
    return new Packer(MOST, executors)
        .plan(Map.of(share(1), trials), checkpoints).stream()
            .flatMap(job -> job.packs().stream())
            .toList();
  }

  /** R1's: five trials of 8 epochs, and seven of 12. */
  private static List<Trial> unevenStages() {
    return Stream.concat(trials("coarse", 5, 8, 100).stream(), trials("fine", 7, 12, 100).stream())
        .toList();
  }

  private static JobShare share(long seed) {
    Evaluation evaluation = new Evaluation(0, Evaluation.TrainMetrics.RUNNING, false);
    return new JobShare(
        SPLIT,
        new ExampleScaling(3072),
        null,
        new TrainingSettings(new SieveEngine(), seed, evaluation, 1e4, false, false),
        Duration.ofDays(1),
        CheckpointRule.NEVER);
  }

  private static Trial wide(Trial trial, int index, int units) {
    Hyperparameters chosen = trial.hyperparameters();
    Hyperparameters wide =
        new Hyperparameters(
            List.of(units),
            chosen.l2(),
            chosen.batchSize(),
            chosen.schedule(),
            chosen.initialization());
    return new Trial(trial.stage(), index, wide, trial.repeat(), trial.epochs());
  }

  /** Returns {@code trial} with every other one's images mirrored. */
  private static Trial flipped(Trial trial) {
    Hyperparameters chosen = trial.hyperparameters();
    double flip = trial.index() % 2 == 0 ? 0.5 : 0;
    Hyperparameters flipped = chosen.with(Axes.FLIP, flip);
    return new Trial(trial.stage(), trial.index(), flipped, trial.repeat(), trial.epochs());
  }

  @Test
  void nothing_isNoPack() {
    assertEquals(List.of(), new Packer(MOST, new Executors(2, 1)).plan(Map.of(), Map.of()));
  }

  @Test
  void name_isThatOfItsTrials() {
    List<Trial> trials = trials("coarse", 3, 1, 100);
    assertEquals(new Pack(trials).name(), new Pack(trials).name());
    assertTrue(new Pack(trials).name().startsWith("coarse-0-"));
    assertTrue(!new Pack(trials).name().equals(new Pack(trials.subList(0, 2)).name()));
  }

  private static void assertHoldsAll(List<Trial> trials, List<Pack> packs) {
    List<Trial> packed = packs.stream().flatMap(pack -> pack.trials().stream()).toList();
    assertEquals(trials.size(), packed.size());
    assertEquals(Set.copyOf(trials), Set.copyOf(packed));
  }

  private static List<Trial> trials(String stage, int count, int epochs, int batchSize) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Trial(
                    stage,
                    i,
                    new Hyperparameters(
                        List.of(50),
                        0.001 * i,
                        batchSize,
                        new LearningRateSchedule.Constant(0.1),
                        new Initialization.Xavier()),
                    0,
                    epochs))
        .toList();
  }
}
