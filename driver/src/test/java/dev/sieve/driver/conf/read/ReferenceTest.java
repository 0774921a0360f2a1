package dev.sieve.driver.conf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import dev.sieve.driver.source.SourceKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code reference.conf} is the manual: it has each key that is known, and no other. */
class ReferenceTest {

  /** Its keys in comments count: lines like {@code # key = value}, and the braces around them. */
  private static Config everyKey() {
    String text =
        Source.referenceText()
            .replaceAll("(?m)^( *)# *([a-z0-9-]+ (=|\\{).*)$", "$1$2")
            .replaceAll("(?m)^( *)# *}$", "$1}")
            .replace("(the conf file's name, without .conf)", "n")
            .replace("(the run directory)/checkpoints", "c")
            .replaceAll("\\$\\{\\?[A-Z0-9_]+}", "p");
    return ConfigFactory.parseString(text);
  }

  static Stream<Arguments> sections() {
    return Stream.of(
        Arguments.of("search", Keys.SEARCH),
        Arguments.of("search.data", SourceKeys.data(Keys.STAGE_DATA)),
        Arguments.of("search.data.synthetic", SourceKeys.sections().get("synthetic")),
        Arguments.of("search.data.test", SourceKeys.sections().get("test")),
        Arguments.of("search.training", Keys.HYPERPARAMETERS),
        Arguments.of("search.training.schedule", Keys.SCHEDULE),
        Arguments.of("search.evaluation", Keys.EVALUATION),
        Arguments.of("search.evaluation.early-stopping", Keys.EARLY_STOPPING),
        Arguments.of("search.stage.NAME", Keys.STAGE),
        Arguments.of("search.stage.NAME.space", Keys.HYPERPARAMETERS),
        Arguments.of("search.stage.NAME.space.schedule", Keys.SCHEDULE),
        Arguments.of("search.stage.NAME.narrow", Keys.NARROW),
        Arguments.of("search.stage.NAME.halving", Keys.HALVING),
        Arguments.of("search.stage.NAME.median-stopping", Keys.MEDIAN_STOPPING),
        Arguments.of("search.stage.NAME.data", Keys.STAGE_DATA),
        Arguments.of("search.stage.confirm", Keys.CONFIRM),
        Arguments.of("search.stage.final", Keys.FINAL),
        Arguments.of("search.limits", Keys.LIMITS),
        Arguments.of("search.tables", Keys.TABLES),
        Arguments.of("search.packing", Keys.PACKING),
        Arguments.of("search.netlib", Keys.NETLIB));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void aSection_hasTheKnownKeys(String path, List<String> known) {
    ConfigObject section = everyKey().getObject(path);
    assertEquals(new TreeSet<>(known), new TreeSet<>(section.keySet()));
  }

  @Test
  void theResolvedConf_hasEachDefaultThatIsUsed() {
    Config resolved = ConfigFactory.parseString(Confs.parse(Confs.LEAST).resolved());
    Config reference = Source.reference(Map.of());
    for (String key : Set.of("seed", "evaluation", "keep-models", "packing")) {
      assertEquals(
          reference.getValue("search." + key).unwrapped(),
          resolved.getValue("search." + key).unwrapped());
    }
  }
}
