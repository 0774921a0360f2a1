package dev.sieve.driver.conf.read;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import dev.sieve.driver.conf.ConfException;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.learned.LearnedFormat;
import dev.sieve.learned.LearnedStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads conf files: HOCON, every key of which {@code reference.conf} explains. */
public final class ConfFile {
  private static final String SUFFIX = ".conf";
  private static final String SEARCH = "search";

  private ConfFile() {}

  /**
   * Returns the search that a file describes.
   *
   * @param settings {@code key=value} each, on top of the file; keys with or without {@code
   *     search.} in front
   * @param env the variables that the file may refer to, such as {@code ${CIFAR10_DIR}}
   * @throws ConfException with all mistakes of file and settings
   */
  public static SearchConf read(Path file, List<String> settings, Map<String, String> env) {
    return read(file, settings, env, choice -> {});
  }

  /**
   * As {@link #read(Path, List, Map)}.
   *
   * @param onChoice hears, in words, what was chosen where the conf leaves it to Sieve, and why
   */
  public static SearchConf read(
      Path file, List<String> settings, Map<String, String> env, Consumer<String> onChoice) {
    Reading reading = Reading.of(new Problems(file.toString()));
    String name = Files.isRegularFile(file) ? baseName(file.toString()) : "";
    Config parsed = Source.parse(file, reading.problems());
    return read(parsed, name, settings, env, reading, onChoice);
  }

  /**
   * Returns the search that {@code text} describes: {@link SearchConf#resolved}, say, as a run
   * directory on any file system holds it.
   *
   * @param file what messages call the text, and what the search is named after if it has no name
   * @throws ConfException with all mistakes
   */
  public static SearchConf parse(
      String text, String file, List<String> settings, Map<String, String> env) {
    return parse(text, file, settings, env, choice -> {});
  }

  /**
   * As {@link #parse(String, String, List, Map)}.
   *
   * @param onChoice hears, in words, what was chosen where the conf leaves it to Sieve, and why
   */
  public static SearchConf parse(
      String text,
      String file,
      List<String> settings,
      Map<String, String> env,
      Consumer<String> onChoice) {
    Reading reading = Reading.of(new Problems(file));
    Config parsed = Source.parse(text, reading.problems());
    return read(parsed, baseName(file), settings, env, reading, onChoice);
  }

  /** Returns {@code conf}, but with {@code learned} from other searches. */
  public static SearchConf learning(SearchConf conf, List<LearnedStage> learned) {
    String text =
        ConfigValueFactory.fromAnyRef(LearnedFormat.ALL.write(learned))
            .render(ConfigRenderOptions.concise());
    return parse(conf.resolved(), conf.name(), List.of("learned=" + text), Map.of());
  }

  /**
   * Returns the text of a conf that {@code bytes} are.
   *
   * @param file what messages call it
   * @throws ConfException where they are no UTF-8
   */
  public static String text(byte[] bytes, String file) {
    return Source.text(bytes, new Problems(file));
  }

  private static SearchConf read(
      Config parsed,
      String usualName,
      List<String> settings,
      Map<String, String> env,
      Reading reading,
      Consumer<String> onChoice) {
    Problems problems = reading.problems();
    Config defaults = Source.reference(env);
    Config set = Source.with(settings, parsed, problems);
    ConfigObject root = Source.resolved(set, defaults, env, problems);
    Section reference = Section.of(SEARCH, defaults.getObject(SEARCH), reading);
    SearchConf conf =
        new SearchReader(section(root, reading).over(reference), reference).read(usualName);
    reading.choices().forEach(onChoice);
    return conf;
  }

  /** Returns the section {@code search}, and reports whatever stands beside it. */
  private static Section section(ConfigObject root, Reading reading) {
    for (String key : root.keySet()) {
      if (!key.equals(SEARCH)) {
        reading.problems().unknownKey(new Entry(key, root.get(key)), List.of(SEARCH));
      }
    }
    if (root.get(SEARCH) instanceof ConfigObject search) {
      return Section.of(SEARCH, search, reading);
    }
    if (root.containsKey(SEARCH) && root.get(SEARCH).valueType() != ConfigValueType.NULL) {
      reading.problems().noSection(new Entry(SEARCH, root.get(SEARCH)));
    }
    return Section.of(SEARCH, ConfigFactory.empty().root(), reading);
  }

  private static String baseName(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /**
   * Returns {@code reference.conf}: every default.
   *
   * @param env the variables that it refers to
   */
  public static Config reference(Map<String, String> env) {
    return Source.reference(env);
  }
}
