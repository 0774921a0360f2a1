package dev.sieve.export.draw;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How wide texts are in the type that pictures use. */
final class Typeface {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final Pattern SIZE = Pattern.compile("([0-9.]+)px");

  private Typeface() {}

  /** Returns the width of {@code text} in pixels, in a font like {@code bold 14px sans-serif}. */
  static double width(String text, String font) {
    Matcher size = SIZE.matcher(font);
    float points = size.find() ? Float.parseFloat(size.group(1)) : 12;
    int weight = font.contains("bold") ? Font.BOLD : Font.PLAIN;
    return new Font(Font.SANS_SERIF, weight, 1)
        .deriveFont(points)
        .getStringBounds(text, EXACT)
        .getWidth();
  }
}
