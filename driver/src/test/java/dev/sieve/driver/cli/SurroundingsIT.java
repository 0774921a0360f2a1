package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import dev.sieve.driver.harness.SmallSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users and shells as containers and clusters have them. */
@EnabledOnOs(OS.LINUX)
class SurroundingsIT {
  @TempDir Path folder;
  private SmallSearch search;

  @BeforeEach
  void open() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    search = SmallSearch.in(folder);
  }

  /** Runs the first stage after {@code before}, a shell's words. */
  private Result coarse(String before) throws IOException {
    Path script = folder.resolve("sieve");
    Files.writeString(
        script,
        "#!/bin/sh\n%s %s \"$@\"\n".formatted(before, Checkout.root().resolve("submit/sieve")));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    String[] arguments = {
      "search",
      search.conf().toString(),
      "--no-export",
      "--master",
      "local[2,4]",
      "--out",
      search.run("run").toString(),
      "--set",
      "stages=[coarse]",
      "--set",
      "keep-models=all"
    };
    try (SieveProcess sieve = SieveProcess.start(script, folder, Map.of(), arguments)) {
      return sieve.finish(Duration.ofMinutes(2));
    }
  }

  @Test
  void whatUmaskTakes_noFileHas() throws IOException {
    Result result = coarse("umask 077; exec");
    assertEquals(0, result.exit(), result.stderr());
    try (Stream<Path> files = Files.walk(search.run("run"))) {
      List<Path> open = files.filter(file -> !permissions(file).matches("rw.------")).toList();
      assertEquals(List.of(), open);
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void userWithoutAName_searches() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may become another");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "there is no setpriv");
    Result result = coarse("exec setpriv --reuid 54321 --regid 54321 --clear-groups");
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(search.read("run", "trials.csv").lines().count() > 8);
  }

  /** As CSV, journal and messages have them: 0 to 9, and a point. */
  @ParameterizedTest
  @CsvSource({"ar, EG", "tr, TR"})
  void numbers_areTheSameInAnyLanguage(String language, String country) throws IOException {
    assertEquals(0, coarse("exec").exit());
    Files.move(search.run("run"), search.run("here"));
    Result result =
        coarse(
            "export SPARK_SUBMIT_OPTS='-Duser.language=%s -Duser.country=%s'; exec"
                .formatted(language, country));
    assertEquals(0, result.exit(), result.stderr());
    search.assertSameTables("here", "run");
    assertTrue(result.stderr().contains("coarse: 8 of 8 trials, best 0."), result.stderr());
    assertTrue(result.stdout().matches("(?s)\\A\\p{ASCII}*\\z"), result.stdout());
  }

  @Test
  void jarAlone_saysWhatItNeeds() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    Process process =
        new ProcessBuilder(java, "-jar", Checkout.jar().toString(), "search", "x.conf")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(2, process.waitFor(), said);
    assertEquals(
        "sieve: sieve.jar needs Spark: run it by submit/sieve, or by spark-submit sieve.jar",
        said.strip());
  }
}
