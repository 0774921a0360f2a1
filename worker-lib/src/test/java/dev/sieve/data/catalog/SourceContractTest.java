package dev.sieve.data.catalog;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataSet;
import dev.sieve.data.Selection;
import dev.sieve.data.idx.IdxFiles;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
          entry("classes", 3));

  /** What lies at the path, for each source that reads files. */
  private static final Map<String, DataFolder> FOLDERS =
      Map.of("cifar10", new Black(), "idx", IdxFiles.folder());

  private static final int FILE = 10_000 * 3073;

  /** CIFAR-10's files, of black images of airplanes. */
  private record Black() implements DataFolder {
    @Override
    public String location() {
      return "black";
    }

    @Override
    public List<String> files() {
      return Stream.concat(
              IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin"),
              Stream.of("test_batch.bin"))
          .toList();
    }

    @Override
    public long length(String file) {
      return FILE;
    }

    @Override
    public InputStream open(String file) {
      return new ByteArrayInputStream(new byte[FILE]);
    }
  }

  private static final class Values implements Settings.Reader {
    @Override
    public <T> Optional<T> read(SourceKey<T> key) {
      return Optional.ofNullable(VALUES.get(key.path())).map(key.format()::read);
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
