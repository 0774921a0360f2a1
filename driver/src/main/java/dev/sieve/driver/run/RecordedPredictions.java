package dev.sieve.driver.run;

import dev.sieve.result.PredictionTable;
import dev.sieve.train.state.Outputs;
import dev.sieve.train.state.Predictions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The probabilities that the table {@code predictions} of a run holds, to the last bit. */
public final class RecordedPredictions {
  private RecordedPredictions() {}

  /**
   * Returns what the final model of {@code run} makes of the test examples; empty where the table
   * is not there, or is of other examples.
   *
   * @param images test examples
   * @param mirror whether means over images and mirror images are wanted, too
   */
  public static Optional<Outputs> of(RunDirectory run, int images, int classes, boolean mirror) {
    List<Map<String, String>> rows = new Tables(run).read(PredictionTable.NAME);
    if (rows.size() != images
        || !rows.get(0).containsKey(PredictionTable.probability(classes - 1).header())
        || mirror != rows.get(0).containsKey(PredictionTable.mirrorProbability(0).header())) {
      return Optional.empty();
    }
    float[] plain = new float[images * classes];
    float[] mean = mirror ? new float[plain.length] : null;
    for (int i = 0; i < images; i++) {
      for (int c = 0; c < classes; c++) {
        int at = i * classes + c;
        plain[at] = number(rows.get(i).get(PredictionTable.probability(c).header()));
        if (mirror) {
          mean[at] = number(rows.get(i).get(PredictionTable.mirrorProbability(c).header()));
        }
      }
    }
    return Optional.of(
        new Outputs(new Predictions(null, plain), mirror ? new Predictions(null, mean) : null));
  }

  /** A double that a float was made of, as text: not rounded twice. */
  private static float number(String text) {
    return (float) Double.parseDouble(text);
  }
}
