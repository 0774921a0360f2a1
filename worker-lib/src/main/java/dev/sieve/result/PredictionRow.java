package dev.sieve.result;

import dev.sieve.trial.Trial;

/**
 * One row of {@link PredictionTable}.
 *
 * @param image its number among the test examples, from 0
 * @param label its class
 * @param probabilities of all images, image by image, {@code classes} each
 * @param mirror the same of the mean over each image and its mirror image; null unless asked for
 */
@SuppressWarnings("ArrayRecordComponent") // bulk, never compared
public record PredictionRow(
    String search,
    Trial trial,
    int image,
    int label,
    int classes,
    float[] probabilities,
    float[] mirror) {

  double probability(int c) {
    return probabilities[image * classes + c];
  }

  double mirrorProbability(int c) {
    return mirror[image * classes + c];
  }

  int predicted() {
    return predicted(probabilities);
  }

  int mirrorPredicted() {
    return predicted(mirror);
  }

  private int predicted(float[] by) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = by[image * classes + c] > by[image * classes + best] ? c : best;
    }
    return best;
  }
}
