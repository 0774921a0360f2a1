package dev.sieve.driver.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverResultTest {
  private final Configuration hadoop = new Configuration();

  @TempDir Path folder;

  @Test
  void result_isTakenOnce() {
    String file = folder.resolve("run/.ended-1").toUri().toString();
    DriverResult result = new DriverResult(2, "", "sieve: a mistake, \"quoted\"\n");
    result.write(file, hadoop);
    assertEquals(Optional.of(result), DriverResult.take(file, hadoop));
    assertEquals(Optional.empty(), DriverResult.take(file, hadoop));
  }

  @Test
  void lostDriver_leavesNone() {
    String file = folder.resolve("none/.ended-1").toUri().toString();
    assertEquals(Optional.empty(), DriverResult.take(file, hadoop));
  }

  @Test
  void tornFile_isNone() throws Exception {
    Path file = Files.writeString(folder.resolve(".ended-1"), "{\"exit\":0,");
    assertEquals(Optional.empty(), DriverResult.take(file.toUri().toString(), hadoop));
  }
}
