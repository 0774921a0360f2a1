package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.conf.ConfProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Null is one thing for every key of a conf, sections and stages among them: nothing stands there.
 */
class NullTest {
  @SuppressWarnings("unused")
  static final List<Path> SHIPPED = Confs.SHIPPED;

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void nullAtAnyKey_isAsWithoutIt(Path file) throws IOException {
    String whole = Files.readString(file);
    Config conf = ConfigFactory.parseString(whole);
    List<String> keys = keys("", conf.root());
    // A reference to null is null, but one to what is missing is a mistake.
    keys.removeIf(key -> whole.contains("${" + key.replace("\"", "") + "}"));
    assertTrue(keys.size() > 10, keys::toString);
    for (String key : keys) {
      String without = text(conf.withoutPath(key));
      assertEquals(outcome(without), outcome(without + "\n" + key + " = null"), key);
      assertEquals(outcome(without), outcome(text(conf) + "\n" + key + " = null"), key);
    }
  }

  private static String text(Config conf) {
    ConfigRenderOptions plain = ConfigRenderOptions.defaults().setOriginComments(false);
    return conf.isEmpty() ? "" : conf.root().render(plain.setJson(false));
  }

  private static List<String> keys(String above, ConfigObject object) {
    List<String> keys = new ArrayList<>();
    object.forEach(
        (name, value) -> {
          String key = above + ConfigUtil.quoteString(name);
          keys.add(key);
          if (value instanceof ConfigObject section) {
            keys.addAll(keys(key + ".", section));
          }
        });
    return keys;
  }

  /** Returns the conf that is read, or what is wrong with it, wherever that stands. */
  private static String outcome(String text) {
    try {
      return Confs.parse(text).resolved();
    } catch (ConfException e) {
      return e.problems().stream()
          .map(p -> new ConfProblem("", 0, p.key(), p.rule(), "", p.nearest()).text())
          .sorted()
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void aNullStage_isMissedWhereItIsListed_andOnlyThere() {
    assertEquals(
        List.of("search.stages lists only, but there is no search.stage.only"),
        Confs.refused("stage.only=null"));
    assertEquals(Confs.parse(Confs.LEAST), Confs.parse(Confs.LEAST + "search.stage.fine = null"));
  }

  @Test
  void anUnknownKey_isNoneThoughItIsNull() {
    assertEquals(
        List.of("search.training.epoch is not a key; did you mean epochs?"),
        Confs.refused("training.epoch=null"));
  }
}
