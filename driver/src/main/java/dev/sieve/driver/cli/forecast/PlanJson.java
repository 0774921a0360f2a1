package dev.sieve.driver.cli.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.forecast.Forecast;
import dev.sieve.driver.forecast.Forecast.Alternative;
import dev.sieve.driver.forecast.Memory;
import dev.sieve.driver.forecast.Range;
import dev.sieve.driver.forecast.StageForecast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A forecast for machines. Ranges are arrays of the least, the expected and the most. */
final class PlanJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private PlanJson() {}

  static String of(SearchConf conf, Forecast forecast) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("search", conf.name());
    all.put("executors", forecast.machines().executors().count());
    all.put("cores", forecast.machines().executors().coresOfEach());
    all.put("stages", forecast.stages().stream().map(PlanJson::row).toList());
    all.put("start_seconds", range(forecast.start()));
    all.put("tables_seconds", range(forecast.tables()));
    all.put("report_seconds", range(forecast.report()));
    all.put("seconds", range(forecast.whole()));
    all.put("memory", row(forecast.memory()));
    all.put("more_cores", forecast.moreCores().stream().map(PlanJson::row).toList());
    all.put("larger_batches", forecast.largerBatches().stream().map(PlanJson::row).toList());
    try {
      return JSON.writeValueAsString(all) + System.lineSeparator();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + all, e);
    }
  }

  private static Map<String, Object> row(StageForecast stage) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("stage", stage.name());
    row.put("configurations", stage.configurations());
    row.put("repeats", stage.repeats());
    row.put("trials", stage.trials());
    row.put("reused", range(stage.reused()));
    row.put("epochs", range(stage.epochs()));
    row.put("trial_epochs", range(stage.trialEpochs()));
    row.put("teraflop", range(stage.teraflop()));
    row.put("packs", stage.packs());
    row.put("waves", stage.waves());
    row.put("seconds", range(stage.seconds()));
    return row;
  }

  private static Map<String, Object> row(Memory memory) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("driver_bytes", memory.driver());
    row.put("executor_bytes", memory.executor());
    row.put("driver_memory", MachineMemory.option(memory.driver()));
    row.put("executor_memory", MachineMemory.option(memory.executor()));
    return row;
  }

  private static Map<String, Object> row(Alternative other) {
    Map<String, Object> row = new LinkedHashMap<>();
    if (!other.name().isEmpty()) {
      row.put("stage", other.name());
    }
    row.put(other.name().isEmpty() ? "cores" : "batch", other.number());
    row.put("stages_seconds", other.seconds());
    return row;
  }

  private static List<Double> range(Range range) {
    return List.of(range.low(), range.expected(), range.high());
  }
}
