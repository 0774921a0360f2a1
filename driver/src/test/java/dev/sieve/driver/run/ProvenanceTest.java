package dev.sieve.driver.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.StagePlan;
import dev.sieve.driver.conf.read.ConfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  private static final SearchConf CONF =
      ConfFile.parse(
          """
          search {
            data { source = synthetic, train = 8000, validation = 2000 }
            training { epochs = 8, schedule.type = triangular }
            stages = [fine]
            stage.fine {
              trials = 6
              space {
                l2 { log-uniform = [0.001, 0.02] }
                hidden = [[50], [100, 50], none]
                initialization = [xavier, { gaussian = 0.01 }]
                optimizer = [sgd, { nesterov = 0.9 }]
                dropout { uniform = [0, 0.5] }
                shift { integer = [0, 3] }
                schedule {
                  eta-max { log-uniform = [0.1, 0.4] }
                  half-cycle { integer = [80, 160] }
                }
              }
            }
          }
          """,
          "x.conf",
          List.of(),
          Map.of());

  private static final Platform HERE = platform("1.0", "17.0.12+7", "amd64");

  private static Platform platform(String sieve, String java, String architecture) {
    return new Platform(sieve, "4.2.0", java, "vector-512", "AMD EPYC", "Linux 6.1", architecture);
  }

  @TempDir private Path folder;
  private RunDirectory run;

  @BeforeEach
  void open() {
    run = RunDirectory.at(folder.toString(), new Configuration());
  }

  private static Provenance provenance() {
    StagePlan.Search plan = (StagePlan.Search) CONF.stages().get(0).plan();
    return Provenance.of(HERE, "0123456789ab", "synthetic", "abc")
        .narrowed("fine", plan.space().written());
  }

  /** The tests of the export read this very file: neither module knows the other. */
  @Test
  void write_isWhatTheReportReads() throws IOException {
    provenance().write(run);
    try (var golden = getClass().getResourceAsStream("provenance.json")) {
      assertEquals(
          new String(golden.readAllBytes(), StandardCharsets.UTF_8),
          run.folder().read("provenance.json"));
    }
  }

  @Test
  void of_isWhatWasWritten() {
    provenance().write(run);
    assertEquals(provenance(), Provenance.of(run).orElseThrow());
  }

  @Test
  void time_isKeptWhenTheSearchIsOpenedAgain() {
    SearchTime time = new SearchTime(28.5, 24, 34, 30.25);
    provenance().took(time).write(run);
    Provenance before = Provenance.of(run).orElseThrow();
    assertEquals(time, before.time());
    assertEquals(time, provenance().after(before).time());
  }

  @Test
  void of_aRunThatTellsItsDomainsInWords_isRead() {
    run.folder()
        .write(
            "provenance.json",
            "{\"dataFingerprint\":\"abc\",\"narrowed\":{\"fine\":{\"l2\":\"LogUniform[low=0.1]\"}}}");
    assertEquals("abc", Provenance.of(run).orElseThrow().dataFingerprint());
  }

  @Test
  void after_keepsEveryPlatformThatTrainedAPart_once() {
    Platform old = platform("0.9", "17.0.12+7", "amd64");
    Provenance first = Provenance.of(old, "c", "d", "f");
    Provenance second = Provenance.of(HERE, "c", "d", "f").after(first);
    assertEquals(List.of(old), second.earlier());
    assertEquals(List.of(old), Provenance.of(HERE, "c", "d", "f").after(second).earlier());
    assertEquals(List.of(HERE), Provenance.of(old, "c", "d", "f").after(second).earlier());
  }

  @Test
  void differences_areThoseThatChangeDigits() {
    assertEquals(List.of(), HERE.differences(platform("1.0", "17.0.2+8", null)));
    assertEquals(
        List.of("Sieve 0.9, now 1.0", "Java 21, now 17", "architecture aarch64, now amd64"),
        HERE.differences(platform("0.9", "21+35", "aarch64")));
  }
}
