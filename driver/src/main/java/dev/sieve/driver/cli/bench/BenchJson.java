package dev.sieve.driver.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sieve.bench.Phases;
import dev.sieve.bench.Speed;
import dev.sieve.bench.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of {@link BenchCommand} for machines. */
final class BenchJson {
  private BenchJson() {}

  /**
   * Returns all of them as one JSON object.
   *
   * @param kernels name of what computes the products
   * @param peaks GFLOP/s of sgemm by cores
   * @param shaped GFLOP/s of sgemm on one core at the shapes of a kind of work
   */
  static String of(
      String kernels,
      Map<Integer, Double> peaks,
      Map<Work, Double> shaped,
      List<Measured> speeds,
      Map<Work, Phases> phases)
      throws JsonProcessingException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("kernels", kernels);
    all.put("sgemm_gigaflops", peaks);
    all.put(
        "sgemm_gigaflops_at_shapes",
        shaped.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList());
    all.put("speeds", speeds.stream().map(BenchJson::row).toList());
    all.put(
        "phases_microseconds",
        phases.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList());
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all);
  }

  private static Map<String, Object> row(Measured both) {
    Speed speed = both.own();
    Map<String, Object> row = row(speed.work());
    row.put("packs", speed.packs());
    row.put("cores", speed.cores());
    row.put("step_microseconds", speed.microseconds());
    row.put("trial_epochs_per_second", speed.trialEpochs());
    row.put("gigaflops", speed.gigaflops());
    both.netlib().ifPresent(other -> row.put("netlib_gigaflops", other.gigaflops()));
    return row;
  }

  private static Map<String, Object> row(Work work, double gigaflops) {
    Map<String, Object> row = row(work);
    row.put("gigaflops", gigaflops);
    return row;
  }

  private static Map<String, Object> row(Work work, Phases phases) {
    Map<String, Object> row = row(work);
    row.put("load", phases.load());
    row.put("forward", phases.forward());
    row.put("between", phases.between());
    row.put("update", phases.update());
    return row;
  }

  private static Map<String, Object> row(Work work) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("inputs", work.inputs());
    row.put("hidden", work.hidden());
    row.put("networks", work.networks());
    return row;
  }
}
