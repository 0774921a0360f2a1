package dev.sieve.export.run;

import dev.sieve.driver.conf.SearchConf;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.sieve.data.Cifar10;
import dev.sieve.data.DataException;
import dev.sieve.data.Images;
import dev.sieve.data.LocalFolder;
import dev.sieve.data.Synthetic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The images that the final model was tested on. A run directory does not hold them: they are read
 * again from where the conf says, and taken for the same only if their labels are.
 */
public final class TestImages {
  private TestImages() {}

  /** Returns them; empty where they are not to be had on this machine, or are others. */
  public static Optional<Images> of(Run run) {
    Optional<Images> images = run.conf().map(SearchConf::config).flatMap(TestImages::read);
    return images.filter(found -> run.predictions().filter(p -> same(found, p)).isPresent());
  }

  private static Optional<Images> read(Config conf) {
    try {
      return switch (conf.getString("data.source")) {
        case "synthetic" ->
            Optional.of(
                Synthetic.generate(
                        conf.getInt("data.synthetic.train"),
                        conf.getInt("data.synthetic.test"),
                        conf.getLong("data.synthetic.seed"))
                    .test());
        case "cifar10" -> cifar10(conf);
        default -> Optional.empty();
      };
    } catch (ConfigException | DataException e) {
      return Optional.empty();
    }
  }

  private static Optional<Images> cifar10(Config conf) {
    String path =
        conf.hasPath("data.path") ? conf.getString("data.path") : System.getenv("CIFAR10_DIR");
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

  /** Returns the names of the classes of {@code run}'s data; their numbers where they have none. */
  public static List<String> classNames(Run run, int classes) {
    boolean cifar10 = run.provenance().fact("data").equals("cifar10");
    return cifar10 && classes <= Cifar10.CLASS_NAMES.size()
        ? Cifar10.CLASS_NAMES.subList(0, classes)
        : IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
  }
}
