package dev.sieve.export.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.export.harness.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The same run gives the same bytes, whatever the machine's language, each time. */
@Isolated
class LocaleTest {
  private static final Locale BEFORE = Locale.getDefault();

  @TempDir Path folder;

  @BeforeEach
  void run() {
    TestRun.write(folder.resolve("run"), 8, 3, 4)
        .withEnsembles()
        .withFinal()
        .withDiverged()
        .write("gradcheck.csv", "group,relative_forward\nW1,1e-7\n");
  }

  @AfterEach
  void restore() {
    Locale.setDefault(BEFORE);
  }

  @Test
  void reports_areTheSameBytes_inAnyLocale() throws IOException {
    Path here = export("here", Locale.US);
    for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR")) {
      assertSame(here, export(tag, Locale.forLanguageTag(tag)));
    }
  }

  private Path export(String name, Locale locale) throws IOException {
    Locale.setDefault(locale);
    assertEquals(tag(locale), tag(Locale.getDefault()));
    Path out = folder.resolve("out-" + name).resolve("report");
    Files.createDirectories(out.getParent());
    Report.of(List.of(folder.resolve("run"))).writeWithPictures(out);
    return out;
  }

  private static String tag(Locale locale) {
    return locale.toLanguageTag();
  }

  private static void assertSame(Path expected, Path actual) throws IOException {
    List<Path> files = files(expected);
    assertEquals(files, files(actual));
    assertTrue(files.size() > 20, files.toString());
    for (Path file : files) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(file)),
          Files.readAllBytes(actual.resolve(file)),
          file.toString());
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
