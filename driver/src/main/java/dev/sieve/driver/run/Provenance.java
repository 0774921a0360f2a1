package dev.sieve.driver.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sieve.Texts;
import dev.sieve.driver.error.UserError;
import dev.sieve.run.RunFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a run's numbers come from: {@code provenance.json}.
 *
 * @param platform of the driver that ran the search last; its components stand beside the others
 * @param conf hash of the identity keys
 * @param data name of the source
 * @param dataFingerprint see {@link dev.sieve.data.Fingerprint}
 * @param narrowed per stage, the domains that it was narrowed to, as the section {@code space} of a
 *     conf has them: {@code "l2": {"log-uniform": [0.001, 0.02]}}, {@code "hidden": [[50]]}
 * @param stopped why the search has ended before its end; null where it has not
 * @param time what was expected and what it took; null where no run did all of the search
 * @param earlier other platforms that a part of the trials was trained on, the first one first
 * @param reused URIs of the runs that finished trials are taken over from
 */
public record Provenance(
    @JsonUnwrapped Platform platform,
    String conf,
    String data,
    String dataFingerprint,
    Map<String, Map<String, Object>> narrowed,
    String stopped,
    @JsonInclude(JsonInclude.Include.NON_NULL) SearchTime time,
    List<Platform> earlier,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reused) {
  private static final String FILE = RunFiles.PROVENANCE;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public Provenance {
    narrowed = narrowed == null ? Map.of() : narrowed;
    earlier = earlier == null ? List.of() : List.copyOf(earlier); // older runs have none
    reused = reused == null ? List.of() : List.copyOf(reused);
  }

  /** Returns that of a search that begins. */
  public static Provenance of(Platform platform, String conf, String data, String dataFingerprint) {
    return new Provenance(
        platform, conf, data, dataFingerprint, Map.of(), null, null, List.of(), List.of());
  }

  /** Returns this, as that of a search that goes on where {@code before} was. */
  public Provenance after(Provenance before) {
    return new Provenance(
        platform,
        conf,
        data,
        dataFingerprint,
        narrowed,
        stopped,
        before.time,
        others(before.platforms()),
        before.reused);
  }

  /** Returns this, and that trials are taken over from {@code run}, which {@code there} is of. */
  public Provenance reusing(RunDirectory run, Provenance there) {
    List<Platform> all = new ArrayList<>(earlier);
    all.addAll(there.platforms());
    String uri = run.folder().uri();
    return new Provenance(
        platform,
        conf,
        data,
        dataFingerprint,
        narrowed,
        stopped,
        time,
        others(all),
        Stream.concat(reused.stream(), Stream.of(uri)).distinct().toList());
  }

  private List<Platform> others(List<Platform> all) {
    return all.stream().distinct().filter(other -> !other.equals(platform)).toList();
  }

  /** Returns all platforms that trials were trained on, that of the last driver last. */
  public List<Platform> platforms() {
    return Stream.concat(earlier.stream(), Stream.of(platform)).toList();
  }

  /** Returns this, and that stage {@code name} was narrowed to {@code domains}. */
  public Provenance narrowed(String name, Map<String, Object> domains) {
    Map<String, Map<String, Object>> all = new TreeMap<>(narrowed);
    all.put(name, domains);
    return new Provenance(
        platform, conf, data, dataFingerprint, all, stopped, time, earlier, reused);
  }

  /** Returns this, and that the search has ended before its end. */
  public Provenance stopped(String why) {
    return new Provenance(
        platform, conf, data, dataFingerprint, narrowed, why, time, earlier, reused);
  }

  /** Returns this, and how long the search took. */
  public Provenance took(SearchTime seconds) {
    return new Provenance(
        platform, conf, data, dataFingerprint, narrowed, stopped, seconds, earlier, reused);
  }

  /** Writes it to {@code run}. */
  public void write(RunDirectory run) {
    try {
      run.folder().write(FILE, JSON.writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + this, e);
    }
  }

  /** Returns that of {@code run}, if it got so far. */
  public static Optional<Provenance> of(RunDirectory run) {
    if (!run.folder().has(FILE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(run.folder().read(FILE), Provenance.class));
    } catch (JsonProcessingException e) {
      throw new UserError(
          Texts.format("%s/%s is damaged: %s", run.display(), FILE, e.getOriginalMessage()));
    }
  }
}
