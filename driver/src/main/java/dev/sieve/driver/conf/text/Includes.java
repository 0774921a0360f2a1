package dev.sieve.driver.conf.text;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What a conf includes must be there: HOCON itself takes a file that is not for an empty one, and a
 * mistyped name for nothing. For the reading of one conf.
 */
public final class Includes
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
  private final ConfigIncluder usual;
  private final Deque<String> open; // includes that are being read, the innermost first

  private Includes(ConfigIncluder usual, Deque<String> open) {
    this.usual = usual;
    this.open = open;
  }

  /** Returns one that has read nothing yet; the parser itself tells it how includes are found. */
  public static Includes ofOneConf() {
    return new Includes(null, new ArrayDeque<>());
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return new Includes(fallback, open);
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    return found(what, () -> usual.include(required(context), what));
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    return found(
        what.getPath(), () -> ((ConfigIncluderFile) usual).includeFile(required(context), what));
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    return found(
        what.toString(), () -> ((ConfigIncluderURL) usual).includeURL(required(context), what));
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    return found(
        what, () -> ((ConfigIncluderClasspath) usual).includeResources(required(context), what));
  }

  private static ConfigIncludeContext required(ConfigIncludeContext context) {
    return context.setParseOptions(context.parseOptions().setAllowMissing(false));
  }

  private ConfigObject found(String what, Supplier<ConfigObject> reading) {
    String from = open.isEmpty() ? "" : ", in " + open.peek() + ",";
    open.push(what);
    try {
      return reading.get();
    } catch (ConfigException.IO | ConfigException.BugOrBroken e) {
      String why =
          String.valueOf(e.getMessage()).contains("(Permission denied)")
              ? " may not be read"
              : " was not found";
      throw new ConfigException.Generic("include \"" + what + "\"" + from + why, e);
    } finally {
      open.pop();
    }
  }
}
