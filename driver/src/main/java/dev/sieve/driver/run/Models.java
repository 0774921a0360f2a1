package dev.sieve.driver.run;

import dev.sieve.data.input.FilledScaling;
import dev.sieve.data.input.PixelScaling;
import dev.sieve.data.input.Scaling;
import dev.sieve.net.Topology;
import dev.sieve.net.Weights;
import dev.sieve.run.Npz;
import dev.sieve.run.RunFiles;
import dev.sieve.trial.Trial;

/**
 * The trained networks of a run: {@code models/STAGE-TRIAL.npz} with W1 (inputs × units), b1, W2, …
 * and the normalization, {@code scale} and {@code offset}: a network's input is scale · value +
 * offset. Where each example is normalized by itself there is neither. Where values are missing,
 * {@code fill} stands in for them before.
 */
public final class Models {
  /** In the run directory. */
  static final String FOLDER = RunFiles.MODELS;

  private final Folder run;

  public Models(RunDirectory run) {
    this.run = run.folder();
  }

  /** Writes the model of {@code trial}; durable on return. */
  public void write(Trial trial, Weights weights, Scaling scaling) {
    Npz npz = new Npz();
    Topology topology = weights.topology();
    for (int l = 0; l < topology.layers(); l++) {
      npz.add(RunFiles.weights(l + 1), weights.w(l), topology.fanIn(l), topology.fanOut(l));
      npz.add(RunFiles.biases(l + 1), weights.b(l), topology.fanOut(l));
    }
    add(npz, scaling);
    run.write(name(trial), npz.bytes());
  }

  /** Returns the name of the model of {@code trial} in the run directory. */
  public static String name(Trial trial) {
    return FOLDER + "/" + trial.label() + RunFiles.ARRAYS;
  }

  private static void add(Npz npz, Scaling scaling) {
    if (scaling instanceof FilledScaling filled) {
      npz.add("fill", filled.fill(), filled.inputs());
      add(npz, filled.scaling());
    } else if (scaling instanceof PixelScaling pixels) {
      npz.add("scale", pixels.scale(), pixels.inputs());
      npz.add("offset", pixels.offset(), pixels.inputs());
    }
  }
}
