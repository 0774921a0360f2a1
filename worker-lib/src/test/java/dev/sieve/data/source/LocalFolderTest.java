package dev.sieve.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {
  @TempDir private Path path;

  @Test
  void files_folder_areItsFilesSorted() throws IOException {
    Files.write(path.resolve("b"), new byte[2]);
    Files.write(path.resolve("a"), new byte[1]);
    Files.createDirectory(path.resolve("c"));
    LocalFolder folder = new LocalFolder(path);
    assertEquals(List.of("a", "b"), folder.files());
    assertEquals(2, folder.length("b"));
  }

  @Test
  void files_oneFile_isAFolderOfItself() throws IOException {
    Path file = Files.write(path.resolve("one.tgz"), new byte[] {7, 8});
    LocalFolder folder = new LocalFolder(file);
    assertEquals(List.of("one.tgz"), folder.files());
    try (InputStream in = folder.open("one.tgz")) {
      assertArrayEquals(new byte[] {7, 8}, in.readAllBytes());
    }
  }

  @Test
  void folder_missing_isRefused() {
    DataException e =
        assertThrows(DataException.class, () -> new LocalFolder(Path.of("no", "such")));
    assertEquals("data path must exist, but there is no no/such", e.getMessage());
  }
}
