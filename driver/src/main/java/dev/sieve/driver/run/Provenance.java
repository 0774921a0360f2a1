package dev.sieve.driver.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sieve.driver.error.UserError;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a run's numbers come from: {@code provenance.json}.
 *
 * @param sieve version, and {@code spark}'s, {@code java}'s
 * @param blas who multiplies matrices on the driver: the kernels' name
 * @param cpu model of the driver's processor
 * @param os name and version
 * @param conf hash of the identity keys
 * @param dataFingerprint see {@link dev.sieve.data.Fingerprint}
 * @param narrowed per stage, the domains that it was narrowed to, as the section {@code space} of a
 *     conf has them: {@code "l2": {"log-uniform": [0.001, 0.02]}}, {@code "hidden": [[50]]}
 * @param stopped why the search has ended before its end; null where it has not
 */
public record Provenance(
    String sieve,
    String spark,
    String java,
    String blas,
    String cpu,
    String os,
    String conf,
    String data,
    String dataFingerprint,
    Map<String, Map<String, Object>> narrowed,
    String stopped) {
  private static final String FILE = "provenance.json";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** Returns this, and that stage {@code name} was narrowed to {@code domains}. */
  public Provenance narrowed(String name, Map<String, Object> domains) {
    Map<String, Map<String, Object>> all = new TreeMap<>(narrowed);
    all.put(name, domains);
    return new Provenance(
        sieve, spark, java, blas, cpu, os, conf, data, dataFingerprint, all, stopped);
  }

  /** Returns this, and that the search has ended before its end. */
  public Provenance stopped(String why) {
    return new Provenance(
        sieve, spark, java, blas, cpu, os, conf, data, dataFingerprint, narrowed, why);
  }

  /** Writes it to {@code run}. */
  public void write(RunDirectory run) {
    try {
      run.write(FILE, JSON.writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + this, e);
    }
  }

  /** Returns that of {@code run}, if it got so far. */
  public static Optional<Provenance> of(RunDirectory run) {
    if (!run.has(FILE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(run.read(FILE), Provenance.class));
    } catch (JsonProcessingException e) {
      throw new UserError(
          "%s/%s is damaged: %s".formatted(run.display(), FILE, e.getOriginalMessage()));
    }
  }
}
