package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sieve.bench.search.Contender;
import dev.sieve.bench.search.Surface;
import dev.sieve.bench.search.Surfaces;
import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIT {
  @TempDir Path temporary;

  @Test
  void bench_measuresOneCoreAndTwo_besideOpenBlas() throws IOException {
    Path json = temporary.resolve("bench.json");
    Result result =
        SieveProcess.run("bench", "--cores", "2", "--seconds", "0.01", "--json", json.toString());
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(
        result.stdout().matches("(?s)sgemm of OpenBLAS.*, cores 1: .*, cores 2: .*hidden .*"),
        result.stdout());
    assertTrue(
        result.stdout().matches("(?s).*\\Rengine = (sieve|netlib)[^\n]* is faster here in .*"),
        result.stdout());
    JsonNode all = new ObjectMapper().readTree(json.toFile());
    assertTrue(all.get("sgemm_gigaflops").get("1").asDouble() > 1);
    assertEquals(3 * all.get("phases_microseconds").size(), all.get("speeds").size());
    for (JsonNode speed : all.get("speeds")) {
      assertTrue(speed.get("trial_epochs_per_second").asDouble() > 0, speed.toString());
      assertTrue(speed.get("netlib_gigaflops").asDouble() > 0, speed.toString());
    }
  }

  @Test
  void bench_ofFewInputs_takesLargerPacks_besideOpenBlasAtTheirShapes() throws IOException {
    Path json = temporary.resolve("few.json");
    Result result =
        SieveProcess.run(
            "bench",
            "--inputs",
            "20",
            "--cores",
            "1",
            "--seconds",
            "0.001",
            "--netlib",
            "none",
            "--json",
            json.toString());
    assertEquals(0, result.exit(), result.stderr());
    assertTrue(result.stdout().contains("an epoch, 20 inputs, 10 classes"), result.stdout());
    JsonNode shaped = new ObjectMapper().readTree(json.toFile()).get("sgemm_gigaflops_at_shapes");
    assertEquals(64, shaped.get(6).get("networks").asInt());
    assertTrue(shaped.get(6).get("gigaflops").asDouble() > 0);
  }

  @Test
  void bench_ofNoInputs_isTheUsersMistake() {
    CommandRun result = CommandRun.of(new Sieve(), "bench", "--inputs", "0");
    assertEquals(2, result.exit());
    assertTrue(result.err().contains("--inputs must be 1 to 40000, but was 0"), result.err());
  }

  @Test
  void bench_ofAnUnknownLibrary_isTheUsersMistake() {
    CommandRun result = CommandRun.of(new Sieve(), "bench", "--netlib", "bundeld");
    assertEquals(2, result.exit());
    assertTrue(
        result
            .err()
            .contains(
                "'bundeld' is no library; known are bundled, system, vector, java, none; did you"
                    + " mean bundled?"),
        result.err());
  }

  @Test
  void bench_ofNoTime_isTheUsersMistake() {
    CommandRun result = CommandRun.of(new Sieve(), "bench", "--seconds", "0");
    assertEquals(2, result.exit());
    assertTrue(result.err().contains("--seconds must be > 0, but was 0.0"), result.err());
  }

  @Test
  void fileThatCannotBeWritten_isRefusedBeforeAnythingIsMeasured() {
    String file = temporary.resolve("nowhere").resolve("bench.json").toString();
    CommandRun result = CommandRun.of(new Sieve(), "bench", "--json", file);
    assertEquals(2, result.exit());
    assertTrue(result.err().contains(file + ": there is no such folder"), result.err());
    assertEquals("", result.out());
  }

  @Test
  void benchSearch_comparesAllSamplers_onAllSurfaces() {
    Result result = SieveProcess.run("bench", "search", "--quick", "--seeds", "2");
    assertEquals(0, result.exit(), result.stderr());
    for (Contender contender : Contender.all()) {
      assertTrue(
          result.stdout().matches("(?s).*\\R%s +\\w+ +0\\..*".formatted(contender.name())),
          result.stdout());
    }
    for (Surface surface : Surfaces.all()) {
      assertTrue(
          result.stdout().matches("(?s).*\\R%s +0\\..*".formatted(surface.name())),
          result.stdout());
    }
  }

  @Test
  void benchSearch_ofOneSeed_isTheUsersMistake() {
    CommandRun result = CommandRun.of(new Sieve(), "bench", "search", "--seeds", "1");
    assertEquals(2, result.exit());
    assertTrue(result.err().contains("--seeds must be >= 2, but was 1"), result.err());
  }

  @Test
  void jarOfTheSearch_holdsNoOpenBlas_norWhatSparkShips() throws IOException {
    try (JarFile jar = new JarFile(Checkout.jar().toFile())) {
      assertFalse(
          jar.stream()
              .map(JarEntry::getName)
              .anyMatch(
                  name ->
                      name.startsWith("org/bytedeco")
                          || name.startsWith("org/apache/commons/math3")));
    }
  }
}
