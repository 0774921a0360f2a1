package dev.sieve.driver.run;

import dev.sieve.run.FloatArray;
import dev.sieve.run.Npz;
import dev.sieve.run.RunFiles;
import dev.sieve.train.state.Outputs;
import dev.sieve.train.state.Predictions;
import dev.sieve.trial.Trial;
import java.util.Map;

/**
 * The class probabilities of trials whose repeats are measured together: {@code
 * probabilities/STAGE-TRIAL.npz} with {@code validation} and, where test images are measured,
 * {@code test}, (classes × images) each; and {@code mirror_validation} and {@code mirror_test},
 * where means over images and mirror images are asked for.
 */
public final class Probabilities {
  /** In the run directory. */
  static final String FOLDER = "probabilities";

  private static final String VALIDATION = "validation";
  private static final String TEST = "test";
  private static final String MIRROR = "mirror_";

  private final Folder run;

  public Probabilities(RunDirectory run) {
    this.run = run.folder();
  }

  /** Writes those of {@code trial}; durable on return. */
  public void write(Trial trial, int classes, Outputs outputs) {
    Npz npz = new Npz();
    add(npz, "", outputs.plain(), classes);
    if (outputs.mirror() != null) {
      add(npz, MIRROR, outputs.mirror(), classes);
    }
    run.write(name(trial), npz.bytes());
  }

  private static void add(Npz npz, String prefix, Predictions of, int classes) {
    add(npz, prefix + VALIDATION, of.validation(), classes);
    if (of.test() != null) {
      add(npz, prefix + TEST, of.test(), classes);
    }
  }

  private static void add(Npz npz, String name, float[] values, int classes) {
    npz.add(name, values, classes, values.length / classes);
  }

  /** Returns those of {@code trial}, which are there. */
  public Outputs read(Trial trial) {
    Map<String, FloatArray> arrays = Npz.read(name(trial), run.readBytes(name(trial)));
    return new Outputs(
        predictions(arrays, ""),
        arrays.containsKey(MIRROR + VALIDATION) ? predictions(arrays, MIRROR) : null);
  }

  private static Predictions predictions(Map<String, FloatArray> arrays, String prefix) {
    return new Predictions(values(arrays, prefix + VALIDATION), values(arrays, prefix + TEST));
  }

  private static float[] values(Map<String, FloatArray> arrays, String name) {
    return arrays.containsKey(name) ? arrays.get(name).values() : null;
  }

  /** Returns the name of those of {@code trial} in the run directory. */
  public static String name(Trial trial) {
    return FOLDER + "/" + trial.label() + RunFiles.ARRAYS;
  }
}
