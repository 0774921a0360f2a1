package dev.sieve.result;

import dev.sieve.trial.Trial;

/**
 * One row of {@link PredictionTable}.
 *
 * @param image its number among the test images, from 0
 * @param label its class
 * @param probabilities of all images, image by image, {@code classes} each
 */
@SuppressWarnings("ArrayRecordComponent") // bulk, never compared
public record PredictionRow(
    String search, Trial trial, int image, int label, int classes, float[] probabilities) {

  double probability(int c) {
    return probabilities[image * classes + c];
  }

  int predicted() {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (probabilities[image * classes + c] > probabilities[image * classes + best]) {
        best = c;
      }
    }
    return best;
  }
}
