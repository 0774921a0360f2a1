package dev.sieve.driver.cli.bench;

import dev.sieve.Suggestion;
import dev.sieve.engine.netlib.NetlibLibrary;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A library that netlib calls, by its name in a conf; or none, which is null. */
final class LibraryName implements ITypeConverter<NetlibLibrary>, Iterable<String> {
  private static final String NONE = "none";

  @Override
  public NetlibLibrary convert(String name) {
    if (name.equals(NONE)) {
      return null;
    }
    return Arrays.stream(NetlibLibrary.values())
        .filter(library -> library.text().equals(name))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(unknown(name)));
  }

  private static String unknown(String name) {
    return "'" + name + "' is no library; " + Suggestion.of(name, names());
  }

  private static List<String> names() {
    Stream<String> libraries = Arrays.stream(NetlibLibrary.values()).map(NetlibLibrary::text);
    return Stream.concat(libraries, Stream.of(NONE)).toList();
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }
}
