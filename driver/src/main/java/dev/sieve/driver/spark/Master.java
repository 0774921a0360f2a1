package dev.sieve.driver.spark;

import dev.sieve.Texts;
import dev.sieve.driver.error.UserError;
import java.io.IOException;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where tasks are to run.
 *
 * @param url as Spark takes it
 * @param addresses the {@code HOST:PORT}s of a standalone cluster's masters, one of which leads;
 *     empty elsewhere
 */
record Master(String url, List<String> addresses) implements Serializable {
  private static final Pattern STANDALONE = Pattern.compile("spark://(.+)");
  private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:\\s]+):(\\d{1,5})");
  private static final Pattern OTHER =
      Pattern.compile(
          "local(\\[([1-9]\\d*|\\*)(\\s*,\\s*[1-9]\\d*)?])?"
              + "|local-cluster\\[\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d+\\s*]|yarn|k8s://.+");

  /**
   * How long a master may take to accept a connection: two seconds, since LANs take one
   * millisecond.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  Master {
    addresses = List.copyOf(addresses);
  }

  /** Returns the master at {@code url}, or refuses what Spark would not understand. */
  static Master parse(String url) {
    Matcher standalone = STANDALONE.matcher(url);
    if (standalone.matches()) {
      List<String> addresses = List.of(standalone.group(1).split(",", -1));
      addresses.forEach(Master::address);
      return new Master(url, addresses);
    }
    if (!OTHER.matcher(url).matches()) {
      throw new UserError(
          Texts.format(
              "--master must be local[N], local[N,FAILURES], spark://HOST:PORT, yarn or k8s://URL,"
                  + " but was '%s'",
              url));
    }
    return new Master(url, List.of());
  }

  /** Returns whether tasks run in the driver. */
  boolean isLocal() {
    return url.equals("local") || url.startsWith("local[");
  }

  /**
   * Returns as soon as one of the masters accepts a connection. Spark itself would try for a minute
   * and then end the JVM.
   */
  void reach() {
    if (!addresses.isEmpty()
        && addresses.stream().map(Master::address).noneMatch(Master::answers)) {
      throw new UserError(
          Texts.format(
              "no Spark master answers at %s (waited %d s each). Is it running, and is the port its"
                  + " spark:// port (7077, not the web page's 8080)?",
              String.join(", ", addresses), PATIENCE.toSeconds()));
    }
  }

  private static InetSocketAddress address(String text) {
    return Stream.of(text)
        .map(ADDRESS::matcher)
        .filter(Matcher::matches)
        .filter(found -> Integer.parseInt(found.group(2)) <= 65_535)
        .map(found -> new InetSocketAddress(found.group(1), Integer.parseInt(found.group(2))))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    Texts.format("--master spark:// needs HOST:PORT, but was '%s'", text)));
  }

  /** Returns whether {@code address} accepts a connection within {@link #PATIENCE}. */
  static boolean answers(InetSocketAddress address) {
    if (address.isUnresolved()) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, (int) PATIENCE.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
