package dev.sieve.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code TABLES.md} says of each column what the code says. */
class TableDocumentationTest {
  private static final Path PAGE = Path.of("TABLES.md"); // tests run in the module's folder
  private static final String HOW =
      "TABLES.md and the columns in the code differ. Write the page again by:"
          + " mvn -pl worker-lib test -Dtest=TableDocumentationTest -Dtables.write=true";

  @Test
  void page_saysWhatTheColumnsSay() throws IOException {
    String page = Files.readString(PAGE);
    String expected = TableMarkdown.into(page);
    if (Boolean.getBoolean("tables.write")) {
      page = expected;
      Files.writeString(PAGE, page);
    }
    assertEquals(expected, page, HOW);
  }
}
