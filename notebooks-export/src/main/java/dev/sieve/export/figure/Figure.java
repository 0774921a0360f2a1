package dev.sieve.export.figure;

import static java.util.Objects.requireNonNull;

import dev.sieve.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One figure: what it shows, without how it looks.
 *
 * @param id its name in files and links: small letters, digits, -
 * @param title what it is
 * @param caption what is to be seen on it, in words: its text alternative
 * @param kind the script that draws it
 * @param data exactly the numbers that it plots
 * @param settings what else the script reads, by name
 * @param width in pixels of 1/96 inch, and {@code height}
 */
public record Figure(
    String id,
    String title,
    String caption,
    String kind,
    Data data,
    Map<String, Object> settings,
    int width,
    int height) {
  /** What most figures are wide, and {@link #HEIGHT} high. */
  static final int WIDTH = 900;

  static final int HEIGHT = 540;

  public Figure {
    requireNonNull(id, "id is null");
    requireNonNull(title, "title is null");
    requireNonNull(caption, "caption is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(data, "data is null");
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Returns a figure of the usual size on a plane of two axes. */
  static Figure plane(
      String id,
      String title,
      String caption,
      String kind,
      Data data,
      Scale x,
      Scale y,
      Map<String, Object> more) {
    Map<String, Object> settings = new LinkedHashMap<>(more);
    settings.put("x", x.setting());
    settings.put("y", y.setting());
    return new Figure(id, title, caption, kind, data, settings, WIDTH, HEIGHT);
  }

  /** Whether it is made of pictures: its data are pixels, and too many to be shown as a table. */
  public boolean isMontage() {
    return kind.equals("montage");
  }

  /** Whether it is too fine to be read beside another. */
  public boolean isWide() {
    return width > WIDTH;
  }

  /**
   * Returns the same with at most {@code most} rows, evenly chosen, and a caption that says so. For
   * points: lines and matrices need all of theirs.
   */
  public Figure thinned(int most) {
    int rows = data.rows().size();
    if (rows <= most || !(kind.equals("points") || kind.equals("map"))) {
      return this;
    }
    List<List<Object>> chosen =
        IntStream.range(0, most)
            .mapToObj(i -> data.rows().get((int) ((long) i * (rows - 1) / (most - 1))))
            .toList();
    String told =
        Texts.format(
            "%s Here, %,d of %,d points are drawn; all are in figures/%s.csv.",
            caption, most, rows, id);
    return new Figure(
        id, title, told, kind, new Data(data.columns(), chosen), settings, width, height);
  }

  /** Returns all that the script reads, as one object. */
  public Map<String, Object> toScript() {
    Map<String, Object> script = new LinkedHashMap<>(settings);
    script.put("id", id);
    script.put("title", title);
    script.put("caption", caption);
    script.put("kind", kind);
    script.put("width", width);
    script.put("height", height);
    if (!isMontage()) {
      script.put("columns", data.columns());
      script.put("rows", data.rows());
    }
    return script;
  }
}
