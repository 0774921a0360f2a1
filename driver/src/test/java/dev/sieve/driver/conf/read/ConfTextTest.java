package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.conf.SearchConf;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a conf's text comes from: its encoding, what it includes, pipes. */
class ConfTextTest {
  @TempDir private Path folder;

  private Path file(String name, String text, Charset encoding) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(encoding));
  }

  private static String refusal(Path file) {
    return assertThrows(ConfException.class, () -> ConfFile.read(file, List.of(), Confs.ENV))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-16     | is UTF-16
          UTF-16LE   | holds zero bytes: is it UTF-16?
          UTF-16BE   | holds zero bytes: is it UTF-16?
          UTF-32     | holds zero bytes: is it UTF-16?
          ISO-8859-1 | line 1 has the byte FC, which is none: is it Latin-1?
          """)
  void anotherEncoding_isNamed(String encoding, String what) throws IOException {
    Path file = file("a.conf", "# für\n" + Confs.LEAST, Charset.forName(encoding));
    assertEquals(file + ": must be UTF-8 text, but " + what, refusal(file));
  }

  @Test
  void aByteOrderMark_isNoMistake() throws IOException {
    Path file = file("a.conf", "\uFEFF# für\n" + Confs.LEAST, StandardCharsets.UTF_8);
    assertEquals("a", ConfFile.read(file, List.of(), Confs.ENV).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "typo.conf"               | include "typo.conf" was not found
          "typo"                    | include "typo" was not found
          required("typo.conf")     | include "typo.conf" was not found
          file("typo.conf")         | include "typo.conf" was not found
          classpath("typo.conf")    | include "typo.conf" was not found
          "http://127.0.0.1:1/x.conf" | include "http://127.0.0.1:1/x.conf" was not found
          "outer.conf"              | include "inner.conf", in outer.conf, was not found
          """)
  void anIncludeThatIsNotThere_isNamed(String include, String message) throws IOException {
    file("outer.conf", "include \"inner.conf\"", StandardCharsets.UTF_8);
    String text = Confs.LEAST + "include " + include + "\n";
    Path file = file("a.conf", text, StandardCharsets.UTF_8);
    assertEquals(file + ": " + message, refusal(file));
  }

  @Test
  void anIncludeOfATextWithoutAFile_isNamed() {
    assertEquals(
        List.of("x.conf: include \"more.conf\" was not found"),
        Confs.problems(Confs.LEAST + "include \"more.conf\""));
  }

  /** {@code <(…)} of a shell is one. */
  @Test
  void aPipe_isReadOnce_andNeedsAName() throws IOException, InterruptedException {
    Path pipe = folder.resolve("63");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertEquals(
        pipe + ": search.name must be given, since none can be made of the file's name, ''",
        assertThrows(ConfException.class, () -> fromPipe(pipe)).getMessage());
    assertEquals("n", fromPipe(pipe, "name=n").name());
  }

  private static SearchConf fromPipe(Path pipe, String... settings) throws IOException {
    Process writer =
        new ProcessBuilder("sh", "-c", "printf %s \"$2\" > \"$1\"", "sh", "" + pipe, Confs.LEAST)
            .start();
    try {
      return ConfFile.read(pipe, List.of(settings), Confs.ENV);
    } finally {
      writer.destroy();
    }
  }

  @ParameterizedTest
  @CsvSource({"1e3, 1000", "+5, 5", "7.0, 7", "-9223372036854775808, -9223372036854775808"})
  void aNumberInAVariable_isReadAsOneInTheConf(String text, long seed) {
    String conf = Confs.LEAST + "search.seed = ${SEED}";
    Map<String, String> env = Map.of("CIFAR10_DIR", "/data", "SEED", text);
    assertEquals(seed, ConfFile.parse(conf, "x.conf", List.of(), env).seed());
    assertEquals(seed, Confs.parse(Confs.LEAST, "seed=" + text).seed());
  }
}
