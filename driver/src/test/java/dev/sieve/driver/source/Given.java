package dev.sieve.driver.source;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.data.DataException;
import dev.sieve.data.DataSet;
import dev.sieve.data.source.Room;
import dev.sieve.data.source.Settings;
import dev.sieve.data.source.SourceKey;
import dev.sieve.driver.data.HadoopFolder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Settings of a source of tables: those of a test, over defaults. */
record Given(Map<String, Object> values) implements Settings.Reader {
  @Override
  public <T> Optional<T> read(SourceKey<T> key) {
    return Optional.ofNullable(values.get(key.path())).map(key.format()::read);
  }

  /** Reads what {@code given} says beside the defaults. */
  static DataSet data(String source, Map<String, Object> given) {
    return data(source, given, Room.ENDLESS);
  }

  static DataSet data(String source, Map<String, Object> given, Room room) {
    Map<String, Object> values = new HashMap<>();
    values.put("test.share", 0.25);
    values.put("label", "y");
    values.put("features", "*");
    values.put("missing", "refuse");
    values.put("categories", "refuse");
    values.put("levels", 30);
    values.putAll(given);
    return AllSources.named(source)
        .orElseThrow()
        .read(new Given(values))
        .orElseThrow()
        .open(HadoopFolder.places(new Configuration()), room);
  }

  static String refusal(String source, Map<String, Object> given) {
    return assertThrows(DataException.class, () -> data(source, given)).getMessage();
  }
}
