package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.space.Augmentation;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.space.LearningRateSchedule;
import dev.sieve.trial.Packing;
import dev.sieve.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackerTest {
  private static final Packing EIGHT = new Packing(8, false);

  @Test
  void spread_ofTwoUnevenStages_keepsTwoCoresEvenlyBusy() {
    List<Trial> trials =
        Stream.concat(trials("coarse", 5, 8, 100).stream(), trials("fine", 7, 12, 100).stream())
            .toList();
    List<Pack> packs = Packer.spread(trials, EIGHT, 2);
    assertHoldsAll(trials, packs);
    double work = packs.stream().mapToDouble(Pack::cost).sum();
    assertTrue(longest(packs, 2) < 1.05 * work / 2, packs.toString());
  }

  @Test
  void spread_onOneCore_makesPacksAsLargeAsAllowed() {
    List<Pack> packs = Packer.spread(trials("coarse", 16, 1, 100), EIGHT, 1);
    assertEquals(List.of(8, 8), packs.stream().map(pack -> pack.trials().size()).toList());
  }

  @Test
  void spread_onManyCores_givesEachTrialItsOwn() {
    List<Trial> trials = trials("coarse", 4, 1, 100);
    assertEquals(4, Packer.spread(trials, EIGHT, 16).size());
  }

  @Test
  void spread_neverMixesCheckpoints() {
    List<Trial> trials = trials("coarse", 4, 1, 100);
    Map<Trial, String> origins = Map.of(trials.get(0), "a", trials.get(2), "a", trials.get(3), "b");
    List<Pack> packs = Packer.spread(trials, EIGHT, 1, origins);
    assertHoldsAll(trials, packs);
    assertTrue(packs.contains(new Pack(List.of(trials.get(0), trials.get(2)))), packs.toString());
    assertEquals(3, packs.size());
  }

  @Test
  void spread_neverMixesBatchSizes() {
    List<Trial> trials = new ArrayList<>(trials("coarse", 3, 1, 100));
    trials.addAll(trials("coarse", 3, 1, 50));
    List<Pack> packs = Packer.spread(trials, EIGHT, 1);
    assertHoldsAll(trials, packs);
    assertTrue(
        packs.stream()
            .allMatch(
                pack ->
                    pack.trials().stream()
                            .map(trial -> trial.hyperparameters().batchSize())
                            .distinct()
                            .count()
                        == 1));
  }

  @Test
  void spread_neverMixesAugmentations() {
    List<Trial> trials =
        IntStream.range(0, 6).mapToObj(i -> flipped(trials("coarse", 6, 1, 100).get(i))).toList();
    List<Pack> packs = Packer.spread(trials, EIGHT, 1);
    assertHoldsAll(trials, packs);
    assertEquals(List.of(3, 3), packs.stream().map(pack -> pack.trials().size()).toList());
  }

  /** Returns {@code trial} with every other one's images mirrored. */
  private static Trial flipped(Trial trial) {
    Hyperparameters chosen = trial.hyperparameters();
    double flip = trial.index() % 2 == 0 ? 0.5 : 0;
    Hyperparameters flipped =
        new Hyperparameters(
            chosen.hidden(),
            chosen.l2(),
            chosen.batchSize(),
            chosen.schedule(),
            chosen.initialization(),
            chosen.objective(),
            chosen.optimizer(),
            chosen.dropout(),
            new Augmentation(flip, 0, Augmentation.Fill.ZERO, 0, 0));
    return new Trial(trial.stage(), trial.index(), flipped, trial.repeat(), trial.epochs());
  }

  @Test
  void spread_ofNothing_isNothing() {
    assertEquals(List.of(), Packer.spread(List.of(), EIGHT, 2));
  }

  @Test
  void fixed_fillsPacksInTheTrialsOrder() {
    List<Trial> trials = trials("coarse", 5, 1, 100);
    List<Pack> packs = Packer.fixed(trials, 2);
    assertEquals(List.of(2, 2, 1), packs.stream().map(pack -> pack.trials().size()).toList());
    assertEquals(trials.subList(0, 2), packs.get(0).trials());
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
    assertTrue(packed.containsAll(trials));
  }

  /** Returns when the last core is done, each taking the next pack in the list. */
  private static double longest(List<Pack> packs, int cores) {
    double[] busy = new double[cores];
    for (Pack pack : packs) {
      int idle =
          IntStream.range(0, cores)
              .boxed()
              .min((a, b) -> Double.compare(busy[a], busy[b]))
              .orElseThrow();
      busy[idle] += pack.cost();
    }
    return Arrays.stream(busy).max().orElseThrow();
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
