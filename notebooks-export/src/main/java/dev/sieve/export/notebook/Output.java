package dev.sieve.export.notebook;

import dev.sieve.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a code cell shows: pictures, and tables as HTML and as text. */
final class Output {
  private Output() {}

  /** Returns the picture in {@code png}, with {@code caption} for those who cannot see it. */
  static Map<String, Object> picture(Path png, String caption) throws IOException {
    return Map.of(
        "output_type",
        "display_data",
        "metadata",
        Map.of(),
        "data",
        Map.of(
            "image/png",
            Base64.getEncoder().encodeToString(Files.readAllBytes(png)),
            "text/plain",
            caption));
  }

  /** Returns a table as the value of a cell. */
  static Map<String, Object> table(List<String> columns, List<List<String>> rows) {
    return Map.of(
        "output_type",
        "execute_result",
        "execution_count",
        1,
        "metadata",
        Map.of(),
        "data",
        Map.of("text/html", html(columns, rows), "text/plain", text(columns, rows)));
  }

  private static String html(List<String> columns, List<List<String>> rows) {
    String head =
        columns.stream().map(c -> "<th>" + escaped(c) + "</th>").collect(Collectors.joining());
    String body =
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(v -> "<td>" + escaped(v) + "</td>")
                        .collect(Collectors.joining()))
            .collect(Collectors.joining("</tr>\n<tr>", "<tr>", "</tr>"));
    return Texts.format(
        "<table>\n<thead><tr>%s</tr></thead>\n<tbody>%s</tbody>\n</table>", head, body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String text(List<String> columns, List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, columns.size())
            .map(
                c ->
                    Math.max(
                        columns.get(c).length(),
                        rows.stream().mapToInt(r -> r.get(c).length()).max().orElse(0)))
            .toArray();
    StringBuilder text = new StringBuilder(line(columns, widths));
    rows.forEach(row -> text.append('\n').append(line(row, widths)));
    return text.toString();
  }

  private static String line(List<String> values, int... widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(c -> " ".repeat(widths[c] - values.get(c).length()) + values.get(c))
        .collect(Collectors.joining("  "));
  }
}
