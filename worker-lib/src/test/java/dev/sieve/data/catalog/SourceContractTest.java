package dev.sieve.data.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.Selection;
import dev.sieve.data.idx.IdxFiles;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.MemoryFolder;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every source promises: to add one, add the plain values of its keys here. */
class SourceContractTest {
  /** Values of all keys of all kinds, as a conf would have them. */
  private static final Map<String, Object> VALUES =
      Map.ofEntries(
          entry("path", "some/place"),
          entry("synthetic.train", 30),
          entry("synthetic.test", 10),
          entry("synthetic.seed", 4),
          entry("classes", 3),
          entry("labels", "coarse"),
          entry("test.path", "some/place"),
          entry("test.share", 0.5),
          entry("split", "use"),
          entry("label", "y"),
          entry("features", List.of("a", "b")),
          entry("missing", "mean"),
          entry("categories", "onehot"),
          entry("levels", 9),
          entry("shape", List.of(1, 2, 1)));

  /** What lies at the path, for each source that reads files. */
  private static final Map<String, DataFolder> FOLDERS =
      Map.of(
          "cifar10",
          new Black(
              Stream.concat(
                      IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin"),
                      Stream.of("test_batch.bin"))
                  .collect(Collectors.toMap(name -> name, name -> 10_000 * 3073))),
          "cifar100",
          new Black(Map.of("train.bin", 50_000 * 3074, "test.bin", 10_000 * 3074)),
          "idx",
          IdxFiles.folder(),
          "csv",
          new MemoryFolder().with("t.csv", "a,b,y\n1,,no\n2,3,yes\n".getBytes(UTF_8)));

  /** Files of zeros: black images of airplanes or aquatic mammals. */
  private record Black(Map<String, Integer> lengths) implements DataFolder {
    @Override
    public String location() {
      return "black";
    }

    @Override
    public List<String> files() {
      return lengths.keySet().stream().sorted().toList();
    }

    @Override
    public long length(String file) {
      return lengths.get(file);
    }

    @Override
    public InputStream open(String file) {
      return new ByteArrayInputStream(new byte[lengths.get(file)]);
    }
  }

  private static final class Values implements Settings.Reader {
    @Override
    public <T> Optional<T> read(SourceKey<T> key) {
      boolean excluded = key.path().equals("split"); // by test.path
      return excluded
          ? Optional.empty()
          : Optional.ofNullable(VALUES.get(key.path())).map(key.format()::read);
    }
  }

  private static final class Nothing implements Settings.Reader {
    @Override
    public <T> Optional<T> read(SourceKey<T> key) {
      return Optional.empty();
    }
  }

  static List<SourceKind> kinds() {
    return Sources.ALL;
  }

  private static DataSource source(SourceKind kind) {
    return kind.read(new Values()).orElseThrow();
  }

  @Test
  void kinds_haveDifferentNames() {
    assertEquals(Sources.ALL.size(), Sources.names().stream().distinct().count());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSource_knowsItsKind(SourceKind kind) {
    assertEquals(kind, source(kind).kind());
    assertEquals(kind.name(), source(kind).name());
    assertEquals(Optional.of(kind), Sources.named(kind.name()));
    assertEquals(source(kind), source(kind), "equal settings, equal sources");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aKind_withoutItsKeys_makesNoSource(SourceKind kind) {
    assertTrue(kind.read(new Nothing()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsRead_isWrittenAsItReadsAgain(SourceKind kind) {
    kind.keys().forEach(SourceContractTest::assertRoundTrip);
  }

  private static <T> void assertRoundTrip(SourceKey<T> key) {
    T value = key.format().read(VALUES.get(key.path()));
    assertEquals(value, key.format().read(key.format().write(value)), key.path());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anOpenedSource_keepsWhatItPromised(SourceKind kind) {
    DataSource source = source(kind);
    DataSet set = source.open(path -> FOLDERS.get(kind.name()));
    assertEquals(kind.name(), set.name());
    assertEquals(set.fingerprint(), source.open(path -> FOLDERS.get(kind.name())).fingerprint());
    source.promise().ifPresent(promise -> assertKept(promise, source, set));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void testExamples_areThoseOfTheWholeSet(SourceKind kind) {
    DataSource source = source(kind);
    Examples expected = source.open(path -> FOLDERS.get(kind.name())).test();
    Examples alone = source.test(path -> FOLDERS.get(kind.name()));
    assertEquals(fingerprint(expected), fingerprint(alone));
  }

  /** Of a set that has no other examples than these. */
  private static String fingerprint(Examples examples) {
    List<DataSet.Part> parts = List.of(new DataSet.Part("all", examples.count()));
    return new DataSet("x", examples, parts, examples, List.of(), null).fingerprint();
  }

  private static void assertKept(Promise promise, DataSource source, DataSet set) {
    assertEquals(promise.pool(), set.pool().count());
    assertEquals(promise.shape(), set.imageShape());
    assertEquals(promise.classNames(), set.classNames());
    assertTrue(set.parts().containsAll(promise.files()));
    if (!promise.files().isEmpty()) {
      List<String> names = promise.fileNames().subList(0, 1);
      assertEquals(
          Optional.of(set.parts().get(0).count()), source.count(new Selection.Files(names)));
    }
    assertEquals(Optional.of(7), source.count(new Selection.Count(7)));
  }
}
