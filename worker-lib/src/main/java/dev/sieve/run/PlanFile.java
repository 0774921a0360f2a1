package dev.sieve.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** {@code plan.json}: a {@link SearchPlan} as text. The same plan is the same text. */
public final class PlanFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .visibility(PropertyAccessor.GETTER, Visibility.NONE) // components alone
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // of later versions
          .build();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private PlanFile() {}

  public static String text(SearchPlan plan) {
    try {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(LINES);
      return JSON.writer(printer).writeValueAsString(plan) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + plan, e);
    }
  }

  /**
   * Returns the plan that {@code text} says.
   *
   * @param file what messages call it
   * @throws UnreadableRun if it is none
   */
  public static SearchPlan read(String file, String text) {
    try {
      return JSON.readValue(text, SearchPlan.class);
    } catch (JsonProcessingException e) {
      throw new UnreadableRun(file + " is damaged: " + e.getOriginalMessage(), e);
    }
  }
}
