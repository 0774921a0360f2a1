package dev.sieve.driver.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopFolderTest {
  @TempDir private Path path;

  @Test
  void files_folder_areItsFilesSorted() throws IOException {
    Files.write(path.resolve("b"), new byte[2]);
    Files.write(path.resolve("a"), new byte[1]);
    Files.createDirectory(path.resolve("c"));
    HadoopFolder folder = folder(path.toUri().toString());
    assertEquals(List.of("a", "b"), folder.files());
    assertEquals(2, folder.length("b"));
  }

  @Test
  void files_oneFile_isAFolderOfItself() throws IOException {
    Path file = Files.write(path.resolve("one.tgz"), new byte[] {7, 8});
    HadoopFolder folder = folder(file.toString());
    assertEquals(List.of("one.tgz"), folder.files());
    try (InputStream in = folder.open("one.tgz")) {
      assertArrayEquals(new byte[] {7, 8}, in.readAllBytes());
    }
  }

  @Test
  void open_staleChecksumFileBesideIt_doesNotMatter() throws IOException {
    Files.write(path.resolve("a"), new byte[] {5});
    Files.write(path.resolve(".a.crc"), new byte[16]);
    try (InputStream in = folder(path.toString()).open("a")) {
      assertEquals(5, in.read());
    }
  }

  @Test
  void folder_missing_isRefused() {
    assertEquals("data path must exist, but there is no no/such", refusal("no/such"));
  }

  @Test
  void folder_unknownScheme_isRefused() {
    assertEquals(
        "cannot read data path tape:///reel: no file system is known by tape://, unless its jar is named by --jars or --packages",
        refusal("tape:///reel"));
  }

  @Test
  void folder_emptyPath_isRefused() {
    assertEquals("cannot read data path : Can not create a Path from an empty string", refusal(""));
  }

  private static HadoopFolder folder(String path) {
    return new HadoopFolder(path, new Configuration());
  }

  private static String refusal(String path) {
    return assertThrows(DataException.class, () -> folder(path)).getMessage();
  }
}
