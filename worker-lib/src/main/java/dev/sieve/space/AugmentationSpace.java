package dev.sieve.space;

import static java.util.Objects.requireNonNull;

import dev.sieve.space.Augmentation.Fill;
import java.io.Serializable;

/** The domain of each number of an {@link Augmentation}. */
public record AugmentationSpace(
    Domain<Double> flip,
    Domain<Integer> shift,
    Domain<Fill> fill,
    Domain<Double> noise,
    Domain<Double> dropout)
    implements Serializable {

  public AugmentationSpace {
    requireNonNull(flip, "flip is null");
    requireNonNull(shift, "shift is null");
    requireNonNull(fill, "fill is null");
    requireNonNull(noise, "noise is null");
    requireNonNull(dropout, "dropout is null");
  }

  /** Returns the augmentation at these coordinates, one per domain. */
  Augmentation at(double u0, double u1, double u2, double u3, double u4) {
    return new Augmentation(flip.at(u0), shift.at(u1), fill.at(u2), noise.at(u3), dropout.at(u4));
  }
}
