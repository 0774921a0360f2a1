package dev.sieve.driver.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.Selection;
import dev.sieve.data.Split;
import dev.sieve.data.SplitRule;
import dev.sieve.data.input.Normalization;
import dev.sieve.data.synthetic.Synthetic;
import dev.sieve.driver.run.Folder;
import dev.sieve.engine.SieveEngine;
import dev.sieve.schedule.LearningRateSchedule;
import dev.sieve.space.Hyperparameters;
import dev.sieve.space.Initialization;
import dev.sieve.team.Cores;
import dev.sieve.train.PackState;
import dev.sieve.train.Trained;
import dev.sieve.train.Trainer;
import dev.sieve.train.TrainingContext;
import dev.sieve.train.TrainingData;
import dev.sieve.train.TrainingSettings;
import dev.sieve.trial.Evaluation;
import dev.sieve.trial.Evaluation.TrainMetrics;
import dev.sieve.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
  private static final Duration ALWAYS = Duration.ofNanos(1);
  private static final List<Trial> PACK = IntStream.range(0, 3).mapToObj(i -> trial(i, 2)).toList();
  private static final TrainingData DATA = data();
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(
          new SieveEngine(), 1, new Evaluation(0, TrainMetrics.RUNNING, false), 1e4, false, false);

  @TempDir private Path path;
  private final List<String> warnings = new ArrayList<>();
  private CheckpointFolder folder;

  private static TrainingData data() {
    DataSet images = Synthetic.generate(60, 20, 1);
    SplitRule rule = new SplitRule(new Selection.Count(40), new Selection.Count(20));
    Split split = Split.of(images, rule, 1);
    return TrainingData.of(
        images, split, Normalization.PER_PIXEL.fit(images.pool().values(), split.train()));
  }

  private static Trial trial(int index, int epochs) {
    Hyperparameters chosen =
        new Hyperparameters(
            List.of(3),
            0,
            20,
            new LearningRateSchedule.Constant(0.01 * (index + 1)),
            new Initialization.Xavier());
    return new Trial("coarse", index, chosen, 0, epochs);
  }

  @BeforeEach
  void open() {
    folder = of("search");
  }

  private CheckpointFolder of(String search) {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.AbstractFileSystem.file.impl", "org.apache.hadoop.fs.local.RawLocalFs");
    Folder here = CheckpointRule.folderAt(path.toString(), hadoop);
    return new CheckpointFolder(here, search, warnings::add);
  }

  /** Trains {@code trials} and saves their state after each of the four updates. */
  private List<Trained> train(String pack, List<Trial> trials) {
    return Trainer.train(DATA, SETTINGS, trials, conditions(pack, trials, folder));
  }

  private TrainingContext conditions(String pack, List<Trial> trials, CheckpointFolder to) {
    PackCheckpoints kept = new PackCheckpoints(to, pack, trials, ALWAYS, warnings::add);
    return new TrainingContext(n -> {}, TrainingContext.UNLIMITED, () -> false, kept, new Cores(1));
  }

  @Test
  void latest_isOfAPackThatHoldsAllTrials() {
    train("all", PACK);
    PackState state = folder.latest(List.of(PACK.get(2), PACK.get(0))).orElseThrow();
    assertEquals(PACK, state.trials());
    assertEquals(4, state.step());
    assertTrue(folder.latest(List.of(PACK.get(0), trial(7, 2))).isEmpty());
    assertTrue(folder.latest(List.of(trial(0, 3))).isEmpty(), "it has other epochs");
    assertEquals(List.of(), warnings);
  }

  @Test
  void origins_areTheFilesThatHoldATrial() {
    train("alone", PACK.subList(1, 2));
    train("both", PACK.subList(0, 2));
    Map<Trial, String> origins = folder.origins(PACK);
    assertEquals("both.checkpoint", origins.get(PACK.get(0)));
    assertEquals("alone.checkpoint", origins.get(PACK.get(1)), "the first of equal ones");
    assertFalse(origins.containsKey(PACK.get(2)));
  }

  @Test
  void aTornFile_isSetAside_whereverItIsTorn() throws IOException {
    List<Trained> whole = train("pack", PACK);
    Path file = path.resolve("pack.checkpoint");
    byte[] bytes = Files.readAllBytes(file);
    int torn = 0;
    for (int length = 0; length < bytes.length; length += 1 + length / 3) {
      assertSetAside(file, Arrays.copyOf(bytes, length));
      torn++;
    }
    assertSetAside(file, Arrays.copyOf(bytes, bytes.length + 1));
    assertEquals(whole.get(0).result(), train("pack", PACK).get(0).result(), "it begins anew");
    assertEquals(torn + 1, warnings.size());
    assertTrue(
        warnings.get(0).contains("is set aside as pack.checkpoint.damaged"), warnings.get(0));
  }

  @Test
  void aFlippedByte_setsTheFileAside() throws IOException {
    train("pack", PACK);
    Path file = path.resolve("pack.checkpoint");
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += 1 + at / 3) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 4;
      assertSetAside(file, flipped);
    }
  }

  private void assertSetAside(Path file, byte[] damaged) throws IOException {
    Files.write(file, damaged);
    assertTrue(folder.latest(PACK).isEmpty(), "of " + damaged.length + " bytes");
    assertFalse(Files.exists(file));
  }

  @Test
  void aFileOfAnotherSearch_isSetAside() {
    train("pack", PACK);
    assertTrue(of("another").latest(PACK).isEmpty());
    assertTrue(warnings.get(0).contains("another search's"), warnings.get(0));
  }

  @Test
  void whatIsDone_isForgotten() {
    train("pack", PACK);
    train("rest", PACK.subList(0, 1));
    folder.delete("pack");
    assertTrue(folder.latest(PACK).isEmpty());
    folder.clear();
    assertFalse(Files.exists(path), "the folder itself is not needed any more");
  }

  @Test
  void aFolderThatCannotBeWritten_costsAWarning_notTheTrial() throws IOException {
    Path file = Files.writeString(path.resolve("file"), "");
    CheckpointFolder none =
        new CheckpointFolder(
            CheckpointRule.folderAt(file + "/checkpoints", new Configuration()),
            "search",
            warnings::add);
    List<Trained> trained = Trainer.train(DATA, SETTINGS, PACK, conditions("pack", PACK, none));
    assertEquals(train("pack", PACK).get(1).result(), trained.get(1).result());
    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).startsWith("a checkpoint of pack could not be"), warnings.get(0));
  }
}
