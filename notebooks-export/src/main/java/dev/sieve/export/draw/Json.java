package dev.sieve.export.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Values as JSON. */
public final class Json {
  /** Keys of maps in one order, so that the same run is the same text. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Json() {}

  /** Returns {@code value}, made of maps, lists, records, texts and numbers, on one line. */
  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be told as JSON: " + value.getClass(), e);
    }
  }

  /** Returns the same so that it may stand inside an HTML {@code script} element. */
  public static String inHtml(Object value) {
    return of(value)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
