package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Forbids to write to a folder until it is closed: to root, too, where the file system can. */
final class Protection implements AutoCloseable {
  private final Path folder;

  Protection(Path folder) {
    this.folder = folder;
  }

  /** Protects the folder, which exists; where that is not possible, the test is skipped. */
  void protect() throws IOException {
    folder.toFile().setWritable(false);
    chattr("+i");
    assumeTrue(!canWrite(), "nothing keeps this user from writing to " + folder);
  }

  private boolean canWrite() {
    try {
      Files.delete(Files.createTempFile(folder, "probe", ".tmp"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder)) {
      chattr("-i");
      folder.toFile().setWritable(true);
    }
  }

  private void chattr(String change) throws IOException {
    try {
      new ProcessBuilder("chattr", change, folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
