package dev.sieve.driver.conf.read;

import dev.sieve.engine.Engine;
import dev.sieve.engine.SieveEngine;
import dev.sieve.engine.netlib.NetlibEngine;
import dev.sieve.engine.netlib.NetlibLibrary;
import dev.sieve.format.Format;
import dev.sieve.format.Formats;
import java.util.Locale;
import java.util.Optional;

/** Reads what computes the products of all trainings. */
final class EngineReader {
  /** The engines. */
  private enum Name {
    SIEVE,
    NETLIB;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Format<Name> ENGINE = Formats.words(Name.values(), Name::text);
  private static final Format<NetlibLibrary> LIBRARY =
      Formats.words(NetlibLibrary.values(), NetlibLibrary::text);

  private EngineReader() {}

  static Optional<Engine> read(Section search) {
    Section netlib = search.section("netlib").knowing(Keys.NETLIB);
    return search
        .read("engine", ENGINE)
        .flatMap(name -> name == Name.SIEVE ? Optional.of(new SieveEngine()) : netlib(netlib));
  }

  private static Optional<Engine> netlib(Section netlib) {
    Optional<String> path = netlib.read("path", Formats.TEXT);
    return netlib
        .read("library", LIBRARY)
        .map(
            library -> {
              if (path.isPresent() && library != NetlibLibrary.SYSTEM) {
                netlib
                    .reading()
                    .problems()
                    .refuse(
                        netlib.find("path").orElseThrow(),
                        "is for library = system, but that is " + library.text());
              }
              return new NetlibEngine(library, path.orElse(""));
            });
  }
}
