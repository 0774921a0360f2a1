package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.faults.Counts;
import dev.sieve.sample.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands in a conf, it is read, or refused by a {@link ConfException}; and what is read is
 * the same search when its resolved text is read again.
 */
class ConfFuzzTest {
  /** Of each of the three confs. The profile {@code faults} makes more than 10,000 together. */
  private static final int VARIANTS = Integer.getInteger("conf.variants", 100);

  private static final Pattern TOKENS = Pattern.compile("(?<=\\W)|(?=\\W)");
  private static final List<String> ODD =
      List.of(
          "",
          "0",
          "-1",
          "1e400",
          "NaN",
          "null",
          "true",
          "\"\"",
          "[]",
          "{}",
          "[[]]",
          "[50]",
          "{ gaussian = x }",
          "{ uniform = [0, 1] }",
          "{ integer = [1, 0] }",
          "none",
          "final",
          "coarse",
          "fine",
          "confirm",
          "${X}",
          "${?X}",
          "${search}",
          "9999999999",
          "\n",
          "{",
          "}",
          ",",
          "=",
          "grid",
          "random",
          "triangular",
          "constant",
          "narrow",
          "space",
          "\"a.b\"",
          // includes, the environment, paths, sizes, and letters that no key has
          "include \"typo.conf\"",
          "include file(\"/no/such\")",
          "include required(url(\"file:///no/such\"))",
          "${HOME}",
          "${?PATH}",
          "\"~\"",
          "\"/proc/self/mem\"",
          "\"hdfs://nohost.invalid/x\"",
          "\"a\\u0000b\"",
          "1e-310",
          "[1e-310, 1e-1]",
          "[1000000]",
          "[2147483647, 2147483647]",
          "9223372036854775808",
          "10 parsecs",
          "\uFEFF",
          "\u0130",
          "\u0661");

  private final RandomStream random = new RandomStream(11);

  @Test
  void anyVariant_isReadOrRefused() throws IOException {
    int refused = 0;
    for (Path file : Confs.SHIPPED) {
      List<String> tokens = List.of(TOKENS.split(Files.readString(file)));
      for (int i = 0; i < VARIANTS; i++) {
        refused += isRefused(variant(tokens)) ? 1 : 0;
      }
    }
    int all = Confs.SHIPPED.size() * VARIANTS;
    assertTrue(refused > all / 3, "only " + refused + " were wrong: the variants are too tame");
    Counts.note(all + " mutated confs, " + refused + " of them refused in words");
    assertTrue(refused < all, "all were wrong: the variants are too wild");
  }

  private String variant(List<String> tokens) {
    List<String> changed = new ArrayList<>(tokens);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int place = random.nextInt(changed.size());
      switch (random.nextInt(4)) {
        case 0 -> changed.remove(place);
        case 1 -> changed.add(place, changed.get(random.nextInt(changed.size())));
        case 2 -> changed.set(place, changed.get(random.nextInt(changed.size())));
        default -> changed.set(place, ODD.get(random.nextInt(ODD.size())));
      }
    }
    return String.join("", changed);
  }

  private static boolean isRefused(String text) {
    try {
      SearchConf conf = Confs.parse(text);
      assertEquals(conf, Confs.parse(conf.resolved()), text);
      return false;
    } catch (ConfException e) {
      return true;
    } catch (RuntimeException e) {
      throw new AssertionError("not a ConfException for\n" + text, e);
    }
  }
}
