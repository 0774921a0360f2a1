package dev.sieve.driver.sql;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What becomes of the rows that answer a question. */
public final class Answer {
  private final Dataset<Row> rows;

  public Answer(Dataset<Row> rows) {
    this.rows = rows;
  }

  /** Returns the names of the columns, of which several may be the same. */
  public List<String> header() {
    return List.of(rows.columns());
  }

  /** Returns the rows, each value as text, or null. */
  public Iterator<List<String>> texts() {
    String[] names =
        IntStream.range(0, rows.columns().length).mapToObj(i -> "c" + i).toArray(String[]::new);
    Column[] texts =
        Arrays.stream(names).map(name -> functions.col(name).cast("string")).toArray(Column[]::new);
    Iterator<Row> found = rows.toDF(names).select(texts).toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public List<String> next() {
        Row row = found.next();
        return IntStream.range(0, row.length())
            .mapToObj(row::getString)
            .collect(Collectors.toList());
      }
    };
  }

  /** Writes a header and all rows as CSV: null is nothing, and no text is {@code ""}. */
  public void csv(PrintWriter out) {
    out.println(header().stream().map(Answer::quoted).collect(Collectors.joining(",")));
    texts()
        .forEachRemaining(
            row -> out.println(row.stream().map(Answer::quoted).collect(Collectors.joining(","))));
  }

  private static String quoted(String text) {
    if (text == null) {
      return "";
    }
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Writes each row as an object of JSON, on a line of its own; null is {@code null}. */
  public void json(PrintWriter out) {
    Column all = functions.struct(functions.col("*"));
    rows.select(functions.to_json(all, Map.of("ignoreNullFields", "false")))
        .toLocalIterator()
        .forEachRemaining(row -> out.println(row.getString(0)));
  }
}
