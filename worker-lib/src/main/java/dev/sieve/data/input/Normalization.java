package dev.sieve.data.input;

import dev.sieve.data.ByteValues;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the values of examples become the inputs of a network. Fitted on training examples only,
 * applied to all alike.
 */
public enum Normalization {
  /**
   * Each input minus its mean over the training examples, divided by its standard deviation over
   * them (the population's; 1 where an input never changes).
   */
  PER_PIXEL("per-pixel") {
    @Override
    Scaling fitted(Values values, int[] rows) {
      return affine(Moments.perInput(values, rows));
    }
  },

  /** As per-pixel, but with one mean and one standard deviation of all values together. */
  GLOBAL("global") {
    @Override
    Scaling fitted(Values values, int[] rows) {
      Moments[] moments = new Moments[values.width()];
      Arrays.fill(moments, Moments.ofAll(values, rows));
      return affine(moments);
    }
  },

  /**
   * Each example minus the mean of its own values, divided by their standard deviation; nothing is
   * fitted.
   */
  PER_IMAGE("per-image") {
    @Override
    Scaling fitted(Values values, int[] rows) {
      return new ExampleScaling(values.width());
    }
  },

  /**
   * Bytes divided by 255, so that each input lies in [0, 1]; nothing is fitted. Each input of
   * floats minus its least value over the training examples, divided by its width there.
   */
  UNIT("unit") {
    @Override
    Scaling fitted(Values values, int[] rows) {
      if (values instanceof FloatValues floats) {
        return affine(
            Arrays.stream(FloatSums.perInput(floats, rows))
                .map(Spread::toUnit)
                .toArray(Moments[]::new));
      }
      return constant(values.width(), 1 / 255f);
    }
  },

  /**
   * Bytes divided by 255, or floats as they are, minus the mean of that input over the training
   * examples.
   */
  MEAN_ONLY("mean-only") {
    @Override
    Scaling fitted(Values values, int[] rows) {
      double unit = values instanceof ByteValues ? 255 : 1;
      return affine(
          Arrays.stream(Moments.perInput(values, rows))
              .map(moments -> new Moments(moments.mean(), unit))
              .toArray(Moments[]::new));
    }
  },

  /** Bytes or floats as they are. */
  NONE("none") {
    @Override
    Scaling fitted(Values values, int[] rows) {
      return constant(values.width(), 1);
    }
  };

  /** What is no image has features and examples: other names for the same. */
  private static final Map<String, Normalization> SYNONYMS =
      Map.of("per-feature", PER_PIXEL, "per-example", PER_IMAGE);

  private final String text;

  Normalization(String text) {
    this.text = text;
  }

  /** Returns the name by which conf files and tables know this normalization. */
  public String text() {
    return text;
  }

  /** Returns its name where examples are no images: {@code per-feature} for {@code per-pixel}. */
  public String ofFeatures() {
    return SYNONYMS.entrySet().stream()
        .filter(synonym -> synonym.getValue() == this)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(text);
  }

  /** Returns all names, those of a constant one after the other. */
  public static List<String> names() {
    return Stream.of(values())
        .flatMap(one -> Stream.of(one.text, one.ofFeatures()).distinct())
        .toList();
  }

  /** Returns what one of {@link #names} means. */
  public static Normalization of(String name) {
    return Stream.of(values())
        .filter(normalization -> normalization.text.equals(name))
        .findFirst()
        .orElseGet(() -> SYNONYMS.get(name));
  }

  /**
   * Returns the map that this normalization makes of the examples at {@code rows}, at least one. A
   * missing value is mapped as the mean of its input over these.
   */
  public Scaling fit(Values values, int[] rows) {
    Scaling fitted = fitted(values, rows);
    return values instanceof FloatValues floats && floats.mayMiss()
        ? new FilledScaling(FloatSums.means(floats, rows), fitted)
        : fitted;
  }

  abstract Scaling fitted(Values values, int[] rows);

  /** Returns (value − mean) / deviation, each input with its own moments. */
  private static PixelScaling affine(Moments[] moments) {
    float[] scale = new float[moments.length];
    float[] offset = new float[moments.length];
    for (int j = 0; j < moments.length; j++) {
      scale[j] = (float) (1 / moments[j].deviation());
      offset[j] = (float) (-moments[j].mean() / moments[j].deviation());
    }
    return new PixelScaling(scale, offset);
  }

  private static PixelScaling constant(int inputs, float factor) {
    float[] scale = new float[inputs];
    Arrays.fill(scale, factor);
    return new PixelScaling(scale, new float[inputs]);
  }
}
