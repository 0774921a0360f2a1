package dev.sieve.driver.conf.read;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.sieve.driver.conf.text.ConfText;
import dev.sieve.driver.conf.text.Includes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes trees of HOCON text. Neither system properties nor the process's environment leak in. */
final class Source {
  /** What the origins of built-in defaults are called. */
  static final String REFERENCE = "built-in reference.conf";

  /** What the origins of settings on the command line are called. */
  static final String SETTING = "--set";

  private static final String RESOURCE = "/dev/sieve/driver/conf/reference.conf";
  private static final String ROOT = "search.";

  private Source() {}

  /** Returns the text of the file that holds every key, its default and its meaning. */
  static String referenceText() {
    try (InputStream stream = Source.class.getResourceAsStream(RESOURCE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Config reference(Map<String, String> env) {
    Config reference =
        ConfigFactory.parseString(referenceText(), options().setOriginDescription(REFERENCE));
    return reference.resolveWith(reference.withFallback(variables(env)), resolving());
  }

  private static Config variables(Map<String, String> env) {
    return ConfigValueFactory.fromMap(env, "environment").toConfig();
  }

  private static ConfigParseOptions options() {
    return ConfigParseOptions.defaults()
        .setSyntax(ConfigSyntax.CONF)
        .setAllowMissing(false)
        .setIncluder(Includes.ofOneConf());
  }

  private static ConfigResolveOptions resolving() {
    return ConfigResolveOptions.noSystem();
  }

  /** Returns what {@code file} holds, which may be a pipe; includes lie beside a file alone. */
  static Config parse(Path file, Problems problems) {
    String text = text(bytes(file, problems), problems);
    return Files.isRegularFile(file)
        ? parsed(() -> ConfigFactory.parseFile(file.toFile(), options()), problems)
        : parse(text, problems);
  }

  /** Returns the text that {@code bytes} hold, which must be UTF-8. */
  static String text(byte[] bytes, Problems problems) {
    try {
      return ConfText.of(bytes);
    } catch (CharacterCodingException e) {
      problems.unreadable(Optional.empty(), e.getMessage());
      problems.throwIfAny();
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file, Problems problems) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      problems.unreadable(Optional.empty(), reason(file));
      problems.throwIfAny();
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(Path file) {
    if (Files.isDirectory(file)) {
      return "a folder, not a conf file";
    }
    return Files.exists(file) ? "cannot be read" : "no such file";
  }

  static Config parse(String text, Problems problems) {
    ConfigParseOptions named = options().setOriginDescription(problems.file());
    return parsed(() -> ConfigFactory.parseString(text, named), problems);
  }

  private static Config parsed(Supplier<Config> parsing, Problems problems) {
    try {
      return parsing.get();
    } catch (ConfigException e) {
      problems.unreadable(Optional.ofNullable(e.origin()), reason(e));
      problems.throwIfAny();
      throw e;
    } catch (StackOverflowError e) { // the parser descends into itself
      problems.unreadable(Optional.empty(), "too many brackets within each other");
      problems.throwIfAny();
      throw e;
    }
  }

  /** Returns the message without the place, which is shown in front of it. */
  private static String reason(ConfigException e) {
    String place = e.origin() == null ? "" : e.origin().description() + ": ";
    return e.getMessage().startsWith(place)
        ? e.getMessage().substring(place.length())
        : e.getMessage();
  }

  /** Returns {@code conf} with its substitutions done. */
  static ConfigObject resolved(
      Config conf, Config reference, Map<String, String> env, Problems problems) {
    Config others = reference.withFallback(variables(env));
    return parsed(() -> conf.resolve(resolving().appendResolver(new Known(others))), problems)
        .root();
  }

  /**
   * Gives substitutions what the file itself does not hold. {@code Config.resolveWith} would not
   * do: it fails where a substitution replaces a value of the same file, and its message then holds
   * all that it knew, environment included.
   */
  private record Known(Config values) implements ConfigResolver {
    @Override
    public ConfigValue lookup(String path) {
      return values.hasPath(path) ? values.getValue(path) : null;
    }

    @Override
    public ConfigResolver withFallback(ConfigResolver fallback) {
      throw new UnsupportedOperationException("the only resolver");
    }
  }

  /** Returns {@code conf} with settings {@code key=value} on top, the later before the earlier. */
  static Config with(List<String> settings, Config conf, Problems problems) {
    Config all = conf;
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        problems.setting(setting, "must be key=value");
        continue;
      }
      String key = setting.substring(0, equals).strip();
      try {
        String path = key.startsWith(ROOT) ? key : ROOT + key;
        ConfigValue value = alone(value(setting.substring(equals + 1).strip()));
        all = at(ConfigUtil.splitPath(path), value).toConfig().withFallback(all);
      } catch (ConfigException e) {
        problems.setting(setting, "cannot be read: " + reason(e));
      }
    }
    return all;
  }

  /** Returns {@code value} as one that takes the place of what it is set over: objects merge. */
  private static ConfigValue alone(ConfigValue value) {
    return value instanceof ConfigObject ? value.withFallback(plain("what it replaces")) : value;
  }

  private static ConfigObject at(List<String> path, ConfigValue value) {
    ConfigValue below = path.size() == 1 ? value : at(path.subList(1, path.size()), value);
    return ConfigValueFactory.fromMap(Map.of(path.get(0), below), SETTING);
  }

  /** Returns what a setting says: HOCON, or else plain text, so that URLs need no quotes. */
  private static ConfigValue value(String text) {
    boolean structured = text.startsWith("[") || text.startsWith("{") || text.startsWith("\"");
    boolean comment = text.contains("#") || text.contains("//");
    if (!structured && comment) {
      return plain(text);
    }
    try {
      ConfigObject parsed =
          ConfigFactory.parseString("value=" + text, options().setOriginDescription(SETTING))
              .root();
      return parsed.keySet().equals(Set.of("value")) ? parsed.get("value") : plain(text);
    } catch (ConfigException e) {
      if (structured) {
        throw e;
      }
      return plain(text);
    }
  }

  private static ConfigValue plain(String text) {
    return ConfigValueFactory.fromAnyRef(text, SETTING);
  }
}
