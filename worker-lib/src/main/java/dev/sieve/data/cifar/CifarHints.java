package dev.sieve.data.cifar;

import dev.sieve.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What lies where CIFAR's binary files should be, and where to get these. */
final class CifarHints {
  private static final String GET =
      "; the binary version is at https://www.cs.toronto.edu/~kriz/cifar.html";

  private CifarHints() {}

  /** Returns what a message adds about the files {@code found}; empty for nothing. */
  static String of(List<String> found, CifarLayout layout) {
    boolean ten = layout.files().size() > 2;
    Optional<String> python =
        any(found, name -> name.matches("data_batch_\\d|.*-python\\.(tar(\\.gz)?|tgz|zip)"));
    Optional<String> hundred =
        any(found, name -> name.equals("train.bin") || name.startsWith("cifar-100-binary"));
    Optional<String> tens =
        any(found, name -> name.equals("data_batch_1.bin") || name.startsWith("cifar-10-binary"));
    if (python.isPresent()) {
      return Texts.format(" (%s is for Python%s)", python.get(), GET);
    }
    if (ten && hundred.isPresent()) {
      return Texts.format(" (%s is CIFAR-100's: source = cifar100)", hundred.get());
    }
    if (!ten && tens.isPresent()) {
      return Texts.format(" (%s is CIFAR-10's: source = cifar10)", tens.get());
    }
    return any(found, name -> name.endsWith(".zip"))
        .map(zip -> Texts.format(" (%s is a zip file, which is not read%s)", zip, GET))
        .orElse("");
  }

  private static Optional<String> any(List<String> found, Predicate<String> rule) {
    return found.stream().filter(rule).findFirst();
  }
}
