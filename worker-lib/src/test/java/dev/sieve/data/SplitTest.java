package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final Selection FIRST = new Selection.Files(List.of("data_batch_1"));
  private static final Selection THIRD_AND_SECOND =
      new Selection.Files(List.of("data_batch_3", "data_batch_2"));

  private final DataSet images = images();

  @Test
  void of_counts_takeEveryImageOnce() {
    Split split = split(count(20), count(10), 1);
    int[] all =
        IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation()))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, 30).toArray(), all);
  }

  @Test
  void of_smallerCounts_nestInLargerOnes() {
    Split small = split(count(5), count(3), 1);
    Split large = split(count(20), count(10), 1);
    assertArrayEquals(small.train(), Arrays.copyOf(large.train(), 5));
    assertArrayEquals(small.validation(), Arrays.copyOfRange(large.validation(), 7, 10));
  }

  @Test
  void of_anotherSeed_isAnotherSplit() {
    int[] one = split(count(20), count(10), 1).train();
    assertArrayEquals(one, split(count(20), count(10), 1).train());
    assertFalse(Arrays.equals(one, split(count(20), count(10), 2).train()));
  }

  @Test
  void of_seed1_isTheSameForEver() {
    int[] expected = {13, 1, 5, 0, 29};
    assertArrayEquals(expected, split(count(5), count(1), 1).train());
  }

  @Test
  void of_stored_isTheFirstAndTheLastImages_whateverTheSeed() {
    SplitRule stored = new SplitRule(count(20), count(4), SplitRule.Order.STORED);
    for (long seed : new long[] {1, 2}) {
      Split split = Split.of(images, stored, seed);
      assertArrayEquals(IntStream.range(0, 20).toArray(), split.train());
      assertArrayEquals(IntStream.range(26, 30).toArray(), split.validation());
    }
  }

  @Test
  void of_stratified_givesEachClassItsShareOfBothParts() {
    int[] labels = new int[1000];
    for (int i = 0; i < 1000; i++) {
      labels[i] = i < 700 ? 0 : i < 980 ? 1 : 2;
    }
    Examples pool = new Examples(new ByteValues(1, new byte[1000]), new Labels(3, labels));
    DataSet set =
        new DataSet("t", pool, List.of(new DataSet.Part("p", 1000)), pool, List.of(), null);
    SplitRule rule = new SplitRule(count(500), count(100), SplitRule.Order.STRATIFIED);
    Split split = Split.of(set, rule, 1);
    assertArrayEquals(new int[] {350, 140, 10}, perClass(labels, split.train()));
    assertArrayEquals(new int[] {70, 28, 2}, perClass(labels, split.validation()));
    assertNotEquals(
        Arrays.toString(split.train()), Arrays.toString(Split.of(set, rule, 2).train()));
  }

  private static int[] perClass(int[] labels, int[] rows) {
    int[] counts = new int[3];
    for (int row : rows) {
      counts[labels[row]]++;
    }
    return counts;
  }

  @Test
  void of_files_takesThemInTheirOrder() {
    Split split = split(THIRD_AND_SECOND, FIRST, 1);
    assertEquals(20, split.train().length);
    assertEquals(20, split.train()[0]);
    assertEquals(10, split.train()[10]);
    assertArrayEquals(IntStream.range(0, 10).toArray(), split.validation());
  }

  @Test
  void of_filesAndCount_countsAmongTheOthers() {
    Split split = split(THIRD_AND_SECOND, count(10), 1);
    int[] validation = split.validation();
    Arrays.sort(validation);
    assertArrayEquals(IntStream.range(0, 10).toArray(), validation);
  }

  @Test
  void of_moreImagesThanThereAre_showsAllNumbers() {
    assertEquals(
        "a split of test must fit into its 30 examples, but takes 21 to train and 10 to validate",
        refusal(count(21), count(10)));
  }

  @Test
  void of_moreImagesThanOutsideTheFiles_showsAllNumbers() {
    assertEquals(
        "a split of test must fit into its 20 examples outside the files named, "
            + "but takes 0 to train and 21 to validate",
        refusal(FIRST, count(21)));
  }

  @Test
  void of_unknownFile_namesTheNearest() {
    assertEquals(
        "test has no file data_batch3: known are data_batch_1, data_batch_2, data_batch_3; "
            + "did you mean data_batch_3?",
        refusal(new Selection.Files(List.of("data_batch3")), FIRST));
  }

  @Test
  void rule_sameFileTwice_isRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> new SplitRule(FIRST, FIRST));
    assertEquals(
        "no file may both train and validate, but these do: [data_batch_1]", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Selection.Files(List.of("a", "b", "a")));
  }

  private static Selection count(int images) {
    return new Selection.Count(images);
  }

  private Split split(Selection train, Selection validation, long seed) {
    return Split.of(images, new SplitRule(train, validation), seed);
  }

  private String refusal(Selection train, Selection validation) {
    return assertThrows(DataException.class, () -> split(train, validation, 1)).getMessage();
  }

  /** Three files of ten images of one byte. */
  private static DataSet images() {
    Examples pool = new Examples(new ByteValues(1, new byte[30]), new Labels(2, new int[30]));
    List<DataSet.Part> parts =
        IntStream.rangeClosed(1, 3).mapToObj(i -> new DataSet.Part("data_batch_" + i, 10)).toList();
    return new DataSet("test", pool, parts, pool, List.of(), null);
  }
}
