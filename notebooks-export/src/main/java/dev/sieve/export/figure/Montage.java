package dev.sieve.export.figure;

import java.util.List;
import java.util.Map;

/**
 * Pictures in rows, each with some lines of text below it.
 *
 * @param perRow pictures in a row
 * @param side of a picture, in pixels
 * @param gap between two pictures, in pixels
 * @param lines of text below each
 */
record Montage(int perRow, int side, int gap, int lines) {
  private static final int MARGIN = 16;
  private static final int TOP = 50;

  /** One of the pictures: its address and what stands below it. */
  record Tile(String image, String label) {}

  Figure figure(String id, String title, String caption, Data data, List<Tile> tiles) {
    int across = Math.min(perRow, tiles.size());
    int down = (tiles.size() + perRow - 1) / perRow;
    return new Figure(
        id,
        title,
        caption,
        "montage",
        data,
        Map.of("perRow", perRow, "side", side, "gap", gap, "lines", lines, "pictures", tiles),
        Math.max(560, 2 * MARGIN + across * (side + gap) - gap),
        TOP + down * (side + lines * 15 + 12) + MARGIN);
  }
}
