package dev.sieve.driver.run;

import dev.sieve.run.FloatArray;
import dev.sieve.run.Npz;
import dev.sieve.run.RunFiles;
import dev.sieve.trial.Trial;
import java.util.Map;

/**
 * The class probabilities of trials whose repeats are measured together: {@code
 * probabilities/STAGE-TRIAL.npz} with {@code validation} and, where test images are measured,
 * {@code test}, (classes × images) each.
 */
public final class Probabilities {
  /** In the run directory. */
  static final String FOLDER = "probabilities";

  private static final String VALIDATION = "validation";
  private static final String TEST = "test";

  private final Folder run;

  public Probabilities(RunDirectory run) {
    this.run = run.folder();
  }

  /**
   * What one network makes of the images, image by image.
   *
   * @param test null where test images are not measured
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk, never compared
  public record OfTrial(float[] validation, float[] test) {}

  /** Writes those of {@code trial}; durable on return. */
  public void write(Trial trial, int classes, OfTrial probabilities) {
    Npz npz = new Npz();
    add(npz, VALIDATION, probabilities.validation(), classes);
    if (probabilities.test() != null) {
      add(npz, TEST, probabilities.test(), classes);
    }
    run.write(name(trial), npz.bytes());
  }

  private static void add(Npz npz, String name, float[] values, int classes) {
    npz.add(name, values, classes, values.length / classes);
  }

  /** Returns those of {@code trial}, which are there. */
  public OfTrial read(Trial trial) {
    Map<String, FloatArray> arrays = Npz.read(name(trial), run.readBytes(name(trial)));
    return new OfTrial(values(arrays, VALIDATION), values(arrays, TEST));
  }

  private static float[] values(Map<String, FloatArray> arrays, String name) {
    return arrays.containsKey(name) ? arrays.get(name).values() : null;
  }

  /** Returns the name of those of {@code trial} in the run directory. */
  public static String name(Trial trial) {
    return FOLDER + "/" + trial.label() + RunFiles.ARRAYS;
  }
}
