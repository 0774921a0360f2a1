package dev.sieve.data.cifar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.sieve.data.ByteValues;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.source.LocalFolder;
import dev.sieve.data.source.MemoryFolder;
import dev.sieve.sample.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data files and archives that were spoilt at random, by seed: each is read as what it is, or
 * refused in one line, in little memory, and nothing is written anywhere.
 */
class DataFuzzTest {
  private static final int SEEDS = 1_000;
  private static final int RECORDS = 5;
  private static final int FILE = RECORDS * Cifar10Files.RECORD;

  /** All that a reader may allocate for six files of 15 kB, however much an archive promises. */
  private static final long MOST_MEMORY = 4 << 20;

  private static final Map<String, byte[]> SMALL =
      Cifar10.FILES.stream()
          .collect(
              Collectors.toMap(
                  file -> file, file -> Arrays.copyOf(Cifar10Files.bytes(file), FILE)));

  private static final byte[] ARCHIVE = archive();
  private static final String FINGERPRINT = read(folder()).orElseThrow().fingerprint();
  private static int spoilt;
  private static int refused;

  /** What is done to bytes. */
  private enum Spoiling {
    TRUNCATED {
      @Override
      byte[] spoil(byte[] bytes, RandomStream random) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
    },
    EXTENDED {
      @Override
      byte[] spoil(byte[] bytes, RandomStream random) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(5_000));
        for (int i = bytes.length; i < longer.length; i++) {
          longer[i] = (byte) random.nextLong();
        }
        return longer;
      }
    },
    FLIPPED {
      @Override
      byte[] spoil(byte[] bytes, RandomStream random) {
        byte[] flipped = bytes.clone();
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
          flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
    },
    EMPTY {
      @Override
      byte[] spoil(byte[] bytes, RandomStream random) {
        return new byte[0];
      }
    };

    abstract byte[] spoil(byte[] bytes, RandomStream random);

    static byte[] any(byte[] bytes, RandomStream random) {
      return values()[random.nextInt(values().length)].spoil(bytes, random);
    }
  }

  @AfterAll
  static void count() throws IOException {
    String counts = System.getProperty("faults.counts");
    if (counts != null) {
      Files.writeString(
          Path.of(counts),
          "%d spoilt data files and archives, %d of them refused in one line%n"
              .formatted(spoilt, refused));
    }
  }

  @Test
  void spoiltFile_isReadAsItIs_orRefused() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomStream random = new RandomStream(seed);
      String name = Cifar10.FILES.get(random.nextInt(6));
      byte[] bytes = Spoiling.any(SMALL.get(name), random);
      Optional<DataSet> images = read(folder().with(name, bytes));
      assertEquals(isWhole(bytes), images.isPresent(), "seed " + seed);
      images.ifPresent(set -> assertHolds(set, name, bytes));
    }
  }

  @Test
  void spoiltArchive_isReadWhole_orRefused() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertWholeOrRefused(Spoiling.any(ARCHIVE, new RandomStream(seed)), seed);
    }
  }

  /** What the checksum of gzip does not see: a tar file that was spoilt before. */
  @Test
  void spoiltHeadersOfAnArchive_leadNowhere() throws IOException {
    byte[] tar = new GZIPInputStream(new ByteArrayInputStream(ARCHIVE)).readAllBytes();
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomStream random = new RandomStream(seed);
      byte[] spoiltTar = tar.clone();
      int header = 1024 + random.nextInt(6) * (512 + (FILE + 511) / 512 * 512);
      for (int left = 1 + random.nextInt(4); left > 0; left--) {
        spoiltTar[header + random.nextInt(512)] = (byte) random.nextLong();
      }
      read(new MemoryFolder().with(Cifar10.ARCHIVE, gzip(spoiltTar, 1)));
    }
  }

  @Test
  void bombs_areNotUnpacked() throws IOException {
    byte[] megabyte = new byte[1 << 20];
    assertTrue(read(new MemoryFolder().with(Cifar10.ARCHIVE, gzip(megabyte, 100))).isEmpty());
    Cifar10Files.Archive padded = new Cifar10Files.Archive();
    for (int i = 0; i < 200; i++) {
      padded.add("crumb" + i, new byte[FILE]);
    }
    assertTrue(read(new MemoryFolder().with(Cifar10.ARCHIVE, padded.toBytes())).isEmpty());
  }

  @Test
  void entriesThatLeadOut_areWrittenNowhere(@TempDir Path above) throws IOException {
    Path data = Files.createDirectories(above.resolve("in/data"));
    Cifar10Files.Archive archive = new Cifar10Files.Archive();
    for (String name : List.of("../x", "../../x", "/x", "a/../../../x", "x")) {
      archive.add(name, new byte[7]);
    }
    Cifar10.FILES.forEach(file -> archive.add(file, SMALL.get(file)));
    Files.write(data.resolve(Cifar10.ARCHIVE), archive.toBytes());
    Map<Path, Long> before = tree(above);
    DataSet images = new CifarReader(new LocalFolder(data), Cifar10.layout(RECORDS)).read();
    assertEquals(FINGERPRINT, images.fingerprint());
    assertEquals(before, tree(above));
    spoilt++;
  }

  private static void assertWholeOrRefused(byte[] archive, int seed) {
    read(new MemoryFolder().with(Cifar10.ARCHIVE, archive))
        .ifPresent(images -> assertEquals(FINGERPRINT, images.fingerprint(), "seed " + seed));
  }

  /** Returns the images, or nothing where they were refused, in words and in little memory. */
  private static Optional<DataSet> read(MemoryFolder folder) {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    spoilt++;
    try {
      return Optional.of(new CifarReader(folder, Cifar10.layout(RECORDS)).read());
    } catch (DataException e) {
      refused++;
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      assertFalse(e.getMessage().endsWith("null"), e.getMessage());
      assertTrue(e.getMessage().startsWith("memory") || e.getMessage().contains(" in memory"));
      return Optional.empty();
    } finally {
      long allocated = thread.getCurrentThreadAllocatedBytes() - before;
      assertTrue(allocated < MOST_MEMORY, "allocated " + allocated + " bytes");
    }
  }

  private static boolean isWhole(byte[] file) {
    boolean whole = file.length == FILE;
    for (int record = 0; whole && record < RECORDS; record++) {
      whole = (file[record * Cifar10Files.RECORD] & 0xFF) <= 9;
    }
    return whole;
  }

  private static void assertHolds(DataSet images, String name, byte[] file) {
    boolean test = name.equals("test_batch.bin");
    Examples part = test ? images.test() : images.pool();
    byte[] pixels = ((ByteValues) part.values()).block(0);
    int from = test ? 0 : Cifar10.FILES.indexOf(name) * RECORDS;
    for (int record = 0; record < RECORDS; record++) {
      int at = record * Cifar10Files.RECORD;
      assertEquals(file[at], part.labels().of(from + record));
      assertArrayEquals(
          Arrays.copyOfRange(file, at + 1, at + Cifar10Files.RECORD),
          Arrays.copyOfRange(pixels, (from + record) * 3072, (from + record + 1) * 3072));
    }
  }

  private static MemoryFolder folder() {
    MemoryFolder folder = new MemoryFolder();
    Cifar10.FILES.forEach(file -> folder.with(file, SMALL.get(file)));
    return folder;
  }

  private static byte[] archive() {
    Cifar10Files.Archive archive = new Cifar10Files.Archive().add("readme.html", new byte[88]);
    Cifar10.FILES.forEach(file -> archive.add(file, SMALL.get(file)));
    return archive.toBytes();
  }

  /** Returns {@code content}, {@code times} times, compressed. */
  private static byte[] gzip(byte[] content, int times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  /** Returns the length of every file below {@code folder}; −1 for folders. */
  private static Map<Path, Long> tree(Path folder) throws IOException {
    Map<Path, Long> found = new HashMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        found.put(path, Files.isDirectory(path) ? -1 : Files.size(path));
      }
    }
    return found;
  }
}
