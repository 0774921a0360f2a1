package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.conf.ConfProblem;
import dev.sieve.driver.conf.SearchConf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The confs that tests start from. */
public final class Confs {
  public static final Map<String, String> ENV = Map.of("CIFAR10_DIR", "/data/cifar10");
  public static final Path FOLDER = Path.of("..", "conf");
  public static final Path R1 = FOLDER.resolve("reference/r1-search.conf");
  public static final List<Path> SHIPPED = shipped();

  /** The least that a search needs: one stage of one trial. */
  public static final String LEAST =
      "search {\n data.source = cifar10\n stages = [only]\n stage.only {}\n}\n";

  private Confs() {}

  private static List<Path> shipped() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".conf")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SearchConf parse(String text, String... settings) {
    return ConfFile.parse(text, "x.conf", List.of(settings), ENV);
  }

  /** Returns the shipped conf with settings on top. */
  public static SearchConf read(Path file, String... settings) {
    return ConfFile.read(file, List.of(settings), ENV);
  }

  public static List<String> problems(String text, String... settings) {
    ConfException refused = assertThrows(ConfException.class, () -> parse(text, settings));
    return refused.problems().stream().map(ConfProblem::text).toList();
  }

  /** Returns what is wrong with {@link #LEAST} with settings on top, without the place. */
  public static List<String> refused(String... settings) {
    return problems(LEAST, settings).stream()
        .map(text -> text.substring(text.indexOf(": ") + 2))
        .toList();
  }
}
