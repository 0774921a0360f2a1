package dev.sieve.driver.data;

import static dev.sieve.Checks.check;

import dev.sieve.data.cifar.Cifar10;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One file to be fetched.
 *
 * @param from its address, http or https
 * @param md5 its checksum, 32 hexadecimal digits, in lower case
 * @param target where it is to be
 */
public record Download(URI from, String md5, Path target) {

  /** Where CIFAR-10's author keeps its binary version. */
  public static final URI CIFAR10 =
      URI.create("https://www.cs.toronto.edu/~kriz/" + Cifar10.ARCHIVE);

  /** The checksum that the author gives for it. */
  public static final String CIFAR10_MD5 = "c32a1d4ab5d03f1284b67883e8d87530";

  public Download {
    String scheme = String.valueOf(from.getScheme()).toLowerCase(Locale.ROOT);
    check(
        (scheme.equals("http") || scheme.equals("https")) && from.getHost() != null,
        "URL must be http://host/… or https://host/…, but was %s",
        from);
    md5 = md5.toLowerCase(Locale.ROOT);
    check(md5.matches("[0-9a-f]{32}"), "MD5 must have 32 hexadecimal digits, but was %s", md5);
    target = target.normalize();
  }
}
