package dev.sieve.engine.netlib;

import static java.util.Objects.requireNonNull;

import dev.sieve.Texts;
import dev.sieve.engine.Engine;
import dev.sieve.engine.EngineUnavailable;
import dev.sieve.kernel.Products;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A BLAS that netlib calls. The same bits in any pack and on any number of cores, but only with the
 * same library on the same kind of processor: {@link #pinned} holds other JVMs to that.
 *
 * @param library that is called
 * @param path of the library's file, for {@link NetlibLibrary#SYSTEM}; empty: the system finds it
 * @param bits what a product must come to in every JVM, as {@link Probe#digest}; empty: whatever
 */
public record NetlibEngine(NetlibLibrary library, String path, String bits) implements Engine {
  private static final long serialVersionUID = 1;

  private static final Map<NetlibEngine, Loaded> LOADED = new ConcurrentHashMap<>();

  /** What a JVM has loaded. */
  private record Loaded(Products products, String bits) {}

  public NetlibEngine {
    requireNonNull(library, "library is null");
    requireNonNull(path, "path is null");
    requireNonNull(bits, "bits are null");
  }

  /** One that may give any bits. */
  public NetlibEngine(NetlibLibrary library, String path) {
    this(library, path, "");
  }

  @Override
  public Products products() {
    Loaded here = loaded();
    if (!bits.isEmpty() && !bits.equals(here.bits())) {
      throw new EngineUnavailable(
          Texts.format(
              "%s gives other bits here than where the search began (%s, not %s): all machines need the same library and the same kind of processor",
              here.products().name(), here.bits(), bits));
    }
    return here.products();
  }

  @Override
  public Engine pinned() {
    return new NetlibEngine(library, path, loaded().bits());
  }

  private Loaded loaded() {
    return LOADED.computeIfAbsent(new NetlibEngine(library, path), NetlibEngine::load);
  }

  private static Loaded load(NetlibEngine engine) {
    int lanes = engine.library.lanes();
    try {
      Products products =
          new NetlibProducts(engine.library.open(engine.path), engine.name(), lanes);
      return new Loaded(products, Probe.of(products, lanes).digest());
    } catch (NoClassDefFoundError e) {
      throw engine.unavailable(
          Texts.format(
              "its jars are not on the class path (%s); --jars brings them", e.getMessage()),
          e);
    } catch (LinkageError e) {
      throw engine.unavailable(e.getMessage(), e);
    }
  }

  private EngineUnavailable unavailable(String why, LinkageError cause) {
    return new EngineUnavailable(
        Texts.format("netlib.library = %s: %s", library.text(), why), cause);
  }

  private String name() {
    return "netlib " + library.text() + (path.isEmpty() ? "" : " " + path);
  }
}
