package dev.sieve.data.cifar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sieve.data.ByteValues;
import dev.sieve.data.DataDescription;
import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.LocalFolder;
import dev.sieve.data.source.MemoryFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class Cifar10Test {
  private final MemoryFolder folder = Cifar10Files.folder();

  @Test
  void read_folder_keepsFilesAndRecordsInOrder() {
    DataSet images = read(folder);
    assertEquals(5 * Cifar10Files.RECORDS, images.pool().count());
    assertEquals(new DataSet.Part("data_batch_5", Cifar10Files.RECORDS), images.parts().get(4));
    assertArrayEquals(
        Cifar10Files.pixels("data_batch_2.bin", 65),
        image(images.pool(), Cifar10Files.RECORDS + 65));
    assertArrayEquals(Cifar10Files.pixels("test_batch.bin", 0), image(images.test(), 0));
    assertEquals(Cifar10Files.bytes("data_batch_1.bin")[0], images.pool().labels().of(0));
  }

  @Test
  void read_emptyFolder_listsAllFiles() {
    assertEquals(
        "memory must hold CIFAR-10's six binary files or cifar-10-binary.tar.gz, but has no "
            + "data_batch_1.bin, data_batch_2.bin, data_batch_3.bin, data_batch_4.bin, "
            + "data_batch_5.bin, test_batch.bin",
        refusal(new MemoryFolder()));
  }

  @Test
  void read_missingFile_namesIt() {
    assertEquals(
        "memory must hold CIFAR-10's six binary files or cifar-10-binary.tar.gz, but has no "
            + "data_batch_4.bin",
        refusal(folder.without("data_batch_4.bin")));
  }

  @Test
  void read_pythonFiles_saysSo() {
    String message = refusal(new MemoryFolder().with("data_batch_1", new byte[9]));
    assertEquals(
        "(data_batch_1 is for Python; the binary version is at https://www.cs.toronto.edu/~kriz/cifar.html)",
        message.substring(message.indexOf('(')));
  }

  @Test
  void read_truncatedFile_showsBothLengths() {
    folder.with("data_batch_3.bin", new byte[70 * 3073 - 1]);
    assertEquals(
        "data_batch_3.bin in memory must have 215110 bytes (70 records of 3073), but has 215109",
        refusal(folder));
  }

  @Test
  void read_oneRecordMore_showsBothLengths() {
    folder.with("test_batch.bin", new byte[71 * 3073]);
    assertEquals(
        "test_batch.bin in memory must have 215110 bytes (70 records of 3073), but has 218183",
        refusal(folder));
  }

  @Test
  void read_labelOver9_namesFileAndRecord() {
    byte[] spoilt = Cifar10Files.bytes("data_batch_2.bin");
    spoilt[66 * 3073] = (byte) 200;
    assertEquals(
        "label of record 66 (from 0) of data_batch_2.bin in memory must be 0 to 9, but was 200",
        refusal(folder.with("data_batch_2.bin", spoilt)));
  }

  @Test
  void read_fileThatEndsEarly_saysAfterHowMuch() {
    CifarBatches batches = new CifarBatches(Cifar10.layout(Cifar10Files.RECORDS));
    InputStream in = new ByteArrayInputStream(new byte[3073]);
    IOException e =
        assertThrows(IOException.class, () -> batches.read("test_batch.bin", in, "memory"));
    assertEquals(
        "test_batch.bin in memory must have 215110 bytes, but ended after 3073", e.getMessage());
  }

  @Test
  void read_folderThatFails_saysWhy() {
    DataFolder broken =
        new DataFolder() {
          @Override
          public String location() {
            return "tape";
          }

          @Override
          public List<String> files() throws IOException {
            throw new IOException("no tape in drive");
          }

          @Override
          public long length(String file) {
            return 0;
          }

          @Override
          public InputStream open(String file) {
            return InputStream.nullInputStream();
          }
        };
    assertEquals("cannot read tape: no tape in drive", refusal(broken));
  }

  @Test
  void read_archive_equalsItsFolder() {
    byte[] archive = Cifar10Files.Archive.whole().toBytes();
    for (String name : List.of("cifar-10-binary.tar.gz", "my.tgz")) {
      DataSet images = read(new MemoryFolder().with(name, archive));
      assertEquals(read(folder).fingerprint(), images.fingerprint());
    }
  }

  @Test
  void read_archiveInAnyOrder_keepsPoolInOrder() {
    Cifar10Files.Archive archive = new Cifar10Files.Archive();
    List<String> backwards = new ArrayList<>(Cifar10.FILES);
    Collections.reverse(backwards);
    backwards.forEach(file -> archive.add("./" + file, Cifar10Files.bytes(file)));
    assertEquals(read(folder).fingerprint(), read(archive).fingerprint());
  }

  @Test
  void read_entriesThatLeadOut_arePassedOver() {
    byte[] junk = new byte[5];
    Cifar10Files.Archive archive =
        new Cifar10Files.Archive()
            .add("../test_batch.bin", junk)
            .add("cifar/../../data_batch_1.bin", junk)
            .add("/data_batch_2.bin", junk);
    Cifar10.FILES.forEach(file -> archive.add(file, Cifar10Files.bytes(file)));
    assertEquals(read(folder).fingerprint(), read(archive).fingerprint());
  }

  @Test
  void read_archiveEntryOfAnotherSize_showsBoth() {
    assertEquals(
        "test_batch.bin in memory/cifar-10-binary.tar.gz must have 215110 bytes "
            + "(70 records of 3073), but has 3073",
        refusal(new Cifar10Files.Archive().add("test_batch.bin", new byte[3073])));
  }

  @Test
  void read_archiveWithHugeEntry_refusesItUnread() {
    assertEquals(
        "memory/cifar-10-binary.tar.gz must hold no file over 215110 bytes, but bomb has 215111",
        refusal(new Cifar10Files.Archive().add("bomb", new byte[215111])));
  }

  @Test
  void read_archiveThatUnpacksWithoutEnd_stops() {
    Cifar10Files.Archive archive = Cifar10Files.Archive.whole();
    for (int i = 0; i < 20; i++) {
      archive.add("crumb" + i, new byte[215110]);
    }
    assertEquals(
        "memory/cifar-10-binary.tar.gz must be a whole CIFAR-10 archive, but is damaged: "
            + "it unpacks to more than 2769456 bytes",
        refusal(archive));
  }

  @Test
  void read_archiveWithFileTwice_refusesIt() {
    byte[] bytes = Cifar10Files.bytes("test_batch.bin");
    assertEquals(
        "memory/cifar-10-binary.tar.gz must hold test_batch.bin once, but has it twice",
        refusal(Cifar10Files.Archive.whole().add("b/test_batch.bin", bytes)));
  }

  @Test
  void read_archiveWithoutAFile_namesIt() {
    Cifar10Files.Archive archive = new Cifar10Files.Archive();
    Cifar10.FILES.stream()
        .filter(file -> !file.equals("data_batch_5.bin"))
        .forEach(file -> archive.add(file, Cifar10Files.bytes(file)));
    assertEquals(
        "memory/cifar-10-binary.tar.gz must hold CIFAR-10's six binary files, but has no "
            + "data_batch_5.bin",
        refusal(archive));
  }

  @Test
  void read_truncatedArchive_isDamaged() {
    byte[] whole = Cifar10Files.Archive.whole().toBytes();
    for (int length : new int[] {0, 5, whole.length / 2, whole.length - 4}) {
      assertDamaged(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void read_archiveWithWrongByte_isDamaged() {
    byte[] whole = Cifar10Files.Archive.whole().toBytes();
    whole[whole.length / 2] ^= 1;
    assertDamaged(whole);
  }

  @Test
  void read_archiveThatIsNone_isDamaged() {
    assertDamaged("<html>404</html>".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void read_realFiles_haveTheKnownClassCounts() {
    String path = System.getenv("CIFAR10_DIR");
    assumeTrue(path != null, "CIFAR10_DIR does not say where CIFAR-10 is");
    DataDescription description = DataDescription.of(Cifar10.read(new LocalFolder(Path.of(path))));
    assertEquals(Collections.nCopies(10, 5000), description.poolPerClass());
    assertEquals(Collections.nCopies(10, 1000), description.testPerClass());
    assertEquals(0.4914, description.channels().get(0).mean(), 1e-4);
    assertEquals(0.2470, description.channels().get(0).deviation(), 1e-4);
    assertEquals("cat", description.classNames().get(3));
    assertEquals(
        "26e41c68f66200118ca1c64d231d0226b1a3606b691ceb16faadb3530d0a188c",
        description.fingerprint(),
        "runs that were made before must find their data again");
  }

  private static void assertDamaged(byte[] archive) {
    String message = refusal(new MemoryFolder().with(Cifar10.ARCHIVE, archive));
    String start =
        "memory/cifar-10-binary.tar.gz must be a whole CIFAR-10 archive, but is damaged: ";
    assertEquals(start, message.substring(0, Math.min(start.length(), message.length())));
  }

  private static String refusal(Cifar10Files.Archive archive) {
    return refusal(new MemoryFolder().with(Cifar10.ARCHIVE, archive.toBytes()));
  }

  private static String refusal(DataFolder folder) {
    return assertThrows(DataException.class, () -> read(folder)).getMessage();
  }

  private static DataSet read(Cifar10Files.Archive archive) {
    return read(new MemoryFolder().with(Cifar10.ARCHIVE, archive.toBytes()));
  }

  private static DataSet read(DataFolder folder) {
    return new CifarReader(folder, Cifar10.layout(Cifar10Files.RECORDS)).read();
  }

  private static byte[] image(Examples images, int row) {
    byte[] pixels = ((ByteValues) images.values()).block(row);
    return Arrays.copyOfRange(pixels, row * 3072, (row + 1) * 3072);
  }
}
