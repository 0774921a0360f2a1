package dev.sieve.data.synthetic;

import static dev.sieve.Checks.check;

import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.ImageShape;
import dev.sieve.data.source.DataSource;
import dev.sieve.data.source.Places;
import dev.sieve.data.source.Promise;
import dev.sieve.data.source.Room;
import dev.sieve.data.source.SourceKey;
import dev.sieve.data.source.SourceKind;
import dev.sieve.format.Formats;
import java.util.List;
import java.util.Optional;

/**
 * Images from the built-in generator. See {@link Synthetic}.
 *
 * @param train images of the pool
 * @param test images of the test set
 */
public record SyntheticSource(int train, int test, long seed) implements DataSource {
  /** By which confs know this source. */
  public static final String NAME = "synthetic";

  private static final int MOST = 500_000;

  private static final SourceKey<Integer> TRAIN =
      SourceKey.of("synthetic.train", Formats.INTEGER.obeying(n -> new SyntheticSource(n, 1, 0)));
  private static final SourceKey<Integer> TEST =
      SourceKey.of("synthetic.test", Formats.INTEGER.obeying(n -> new SyntheticSource(2, n, 0)));
  private static final SourceKey<Long> SEED = SourceKey.of("synthetic.seed", Formats.LONG);

  /** Its declaration. */
  public static final SourceKind KIND =
      new SourceKind(
          NAME,
          List.of(TRAIN, TEST, SEED),
          given -> new SyntheticSource(given.get(TRAIN), given.get(TEST), given.get(SEED)),
          false);

  public SyntheticSource {
    check(2 <= train && train <= MOST, "train must be 2 to %d, but was %d", MOST, train);
    check(1 <= test && test <= MOST, "test must be 1 to %d, but was %d", MOST, test);
  }

  @Override
  public SourceKind kind() {
    return KIND;
  }

  @Override
  public Optional<Promise> promise() {
    return Optional.of(
        new Promise(
            train, List.of(), test, Optional.of(ImageShape.CIFAR10), Synthetic.CLASSES, List.of()));
  }

  /** Makes the images; reads nothing. */
  @Override
  public DataSet open(Places places, Room room) {
    return Synthetic.generate(train, test, seed);
  }

  /** Makes them alone: no image depends on how many others there are. */
  @Override
  public Examples test(Places places) {
    return Synthetic.generate(1, test, seed).test();
  }
}
