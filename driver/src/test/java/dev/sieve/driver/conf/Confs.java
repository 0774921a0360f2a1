package dev.sieve.driver.conf;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The confs that tests start from. */
final class Confs {
  static final Map<String, String> ENV = Map.of("CIFAR10_DIR", "/data/cifar10");
  static final Path FOLDER = Path.of("..", "conf");
  static final List<Path> SHIPPED =
      List.of(
          FOLDER.resolve("quickstart.conf"),
          FOLDER.resolve("cifar10-two-layer.conf"),
          FOLDER.resolve("reference/r1-search.conf"));

  /** The least that a search needs: one stage of one trial. */
  static final String LEAST =
      "search {\n data.source = cifar10\n stages = [only]\n stage.only {}\n}\n";

  private Confs() {}

  static SearchConf parse(String text, String... settings) {
    return ConfFile.parse(text, "x.conf", List.of(settings), ENV);
  }

  /** Returns the shipped conf with settings on top. */
  static SearchConf read(Path file, String... settings) {
    return ConfFile.read(file, List.of(settings), ENV);
  }

  static List<String> problems(String text, String... settings) {
    ConfException refused = assertThrows(ConfException.class, () -> parse(text, settings));
    return refused.problems().stream().map(ConfProblem::text).toList();
  }

  /** Returns what is wrong with {@link #LEAST} with settings on top, without the place. */
  static List<String> refused(String... settings) {
    return problems(LEAST, settings).stream()
        .map(text -> text.substring(text.indexOf(": ") + 2))
        .toList();
  }
}
