package dev.sieve.export.run;

import java.nio.file.Path;
import java.util.Map;

/**
 * The weights of one trained network, on disk.
 *
 * @param stage of its trial
 * @param trial number of its trial
 * @param file {@code models/STAGE-TRIAL.npz}
 */
public record Model(String stage, int trial, Path file) {

  static Model of(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.npz$", "");
    int dash = name.lastIndexOf('-');
    return new Model(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)), file);
  }

  /** Returns its name in figures and files: {@code final-0}. */
  public String name() {
    return stage + "-" + trial;
  }

  /**
   * What images meet first.
   *
   * @param weights inputs × units
   * @param isLast whether it is the last layer, too: its units are the classes
   */
  public record FirstLayer(FloatArray weights, boolean isLast) {}

  /** Reads its first layer. */
  public FirstLayer firstLayer() {
    Map<String, FloatArray> arrays = Npz.read(file);
    FloatArray weights = arrays.get("W1");
    if (weights == null) {
      throw new UnreadableRun(
          "%s must hold the array W1, but holds %s"
              .formatted(file, String.join(", ", arrays.keySet())));
    }
    return new FirstLayer(weights, !arrays.containsKey("W2"));
  }
}
