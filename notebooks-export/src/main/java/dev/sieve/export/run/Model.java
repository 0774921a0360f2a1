package dev.sieve.export.run;

import dev.sieve.run.FloatArray;
import dev.sieve.run.Npz;
import dev.sieve.run.RunFiles;
import dev.sieve.run.UnreadableRun;
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
    String name = file.getFileName().toString();
    int dash = name.lastIndexOf('-');
    String number = name.substring(dash + 1, name.length() - RunFiles.ARRAYS.length());
    return new Model(name.substring(0, dash), Integer.parseInt(number), file);
  }

  /** Returns its name in figures and files: {@code final-0}. */
  public String name() {
    return stage + "-" + trial;
  }

  /**
   * The layer next to the inputs.
   *
   * @param weights inputs × units
   * @param isLast whether it is the last layer, too: its units are the classes
   */
  public record FirstLayer(FloatArray weights, boolean isLast) {}

  /** Reads its first layer. */
  public FirstLayer firstLayer() {
    Map<String, FloatArray> arrays = Npz.read(file);
    FloatArray weights = arrays.get(RunFiles.weights(1));
    if (weights == null) {
      throw new UnreadableRun(
          file
              + " must hold the array "
              + RunFiles.weights(1)
              + ", but holds "
              + String.join(", ", arrays.keySet()));
    }
    return new FirstLayer(weights, !arrays.containsKey(RunFiles.weights(2)));
  }
}
