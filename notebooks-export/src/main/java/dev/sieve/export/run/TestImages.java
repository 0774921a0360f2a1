package dev.sieve.export.run;

import dev.sieve.data.Cifar10;
import dev.sieve.data.DataException;
import dev.sieve.data.Images;
import dev.sieve.data.LocalFolder;
import dev.sieve.data.Synthetic;
import dev.sieve.run.SearchPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that the final model was tested on. A run directory does not hold them: they are read
 * again from where the plan says, and taken for the same only if their labels are.
 */
public final class TestImages {
  private TestImages() {}

  /** Returns them; empty where they are not to be had on this machine, or are others. */
  public static Optional<Images> of(Run run) {
    Optional<Images> images = run.plan().recorded().map(SearchPlan::data).flatMap(TestImages::read);
    return images.filter(found -> run.predictions().filter(p -> same(found, p)).isPresent());
  }

  private static Optional<Images> read(SearchPlan.Data data) {
    try {
      return switch (data.source()) {
        case "synthetic" ->
            Optional.of(
                Synthetic.generate(
                        (int) number(data.settings(), "synthetic.train"),
                        (int) number(data.settings(), "synthetic.test"),
                        number(data.settings(), "synthetic.seed"))
                    .test());
        case "cifar10" -> cifar10(data.settings());
        default -> Optional.empty();
      };
    } catch (DataException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static long number(Map<String, Object> settings, String key) {
    if (settings.get(key) instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException("the source has no number " + key);
  }

  private static Optional<Images> cifar10(Map<String, Object> settings) {
    String path = settings.get("path") instanceof String text ? text : System.getenv("CIFAR10_DIR");
    if (path == null || !Files.exists(Path.of(path))) {
      return Optional.empty();
    }
    return Optional.of(Cifar10.read(new LocalFolder(Path.of(path))).test());
  }

  private static boolean same(Images images, Predictions predictions) {
    List<Predictions.Image> predicted = predictions.images();
    return images.count() == predicted.size()
        && predicted.stream().allMatch(image -> images.labels()[image.number()] == image.label());
  }
}
