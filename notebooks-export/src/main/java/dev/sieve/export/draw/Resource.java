package dev.sieve.export.draw;

import dev.sieve.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Texts that travel with the program: scripts, templates, the chart library. */
public final class Resource {
  private static final String HOME = "/dev/sieve/export/";

  /** The scripts that define all charts, in the order in which they must be read. */
  private static final List<String> CHARTS =
      List.of("style", "axes", "lines", "points", "matrix", "bars", "montage");

  private Resource() {}

  /** Returns the text of {@code name}, below this program's own folder. */
  public static String text(String name) {
    return read(HOME + name);
  }

  /** Returns the definitions of all charts. */
  public static String charts() {
    StringBuilder scripts = new StringBuilder();
    CHARTS.forEach(name -> scripts.append(text("charts/" + name + ".js")).append('\n'));
    return scripts.toString();
  }

  /** Returns Apache ECharts, as its Maven artifact holds it. */
  public static String echarts() {
    return read(
        Texts.format("/META-INF/resources/webjars/echarts/%s/echarts.min.js", build("echarts")));
  }

  /** Returns what the build knew: {@code version} of Sieve, or of {@code echarts}. */
  public static String build(String name) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text("build.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty(name);
  }

  private static String read(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
