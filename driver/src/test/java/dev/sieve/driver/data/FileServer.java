package dev.sieve.driver.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves one file on this machine, as well or as badly as a test wants. */
public final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final byte[] content;
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

  private volatile int status = 200;
  private volatile int breakAfter = Integer.MAX_VALUE;
  private volatile boolean silent;
  private volatile boolean knowsRanges = true;
  private volatile String version = "\"v1\"";

  public FileServer(byte[] content) throws IOException {
    this.content = content.clone();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/file", this::answer);
    server.start();
  }

  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/file");
  }

  /** Returns the Range header of each request so far; {@code none} where it had none. */
  List<String> ranges() {
    return List.copyOf(ranges);
  }

  /** Answers with another status, and no body. */
  FileServer status(int code) {
    status = code;
    return this;
  }

  /** Breaks each connection after so many bytes of body. */
  FileServer breakAfter(int bytes) {
    breakAfter = bytes;
    return this;
  }

  /** Falls silent where it would break the connection. */
  FileServer silent() {
    silent = true;
    return this;
  }

  /** Sends the whole file whatever the client asks for. */
  FileServer withoutRanges() {
    knowsRanges = false;
    return this;
  }

  /** Says that the file is another by now. */
  FileServer version(String tag) {
    version = tag;
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "none" : range);
    exchange.getResponseHeaders().add("ETag", version);
    if (status != 200) {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
      return;
    }
    boolean same = version.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    boolean partial = range != null && knowsRanges && same;
    send(exchange, partial, partial ? Integer.parseInt(range.replaceAll("\\D", "")) : 0);
  }

  private void send(HttpExchange exchange, boolean partial, int from) throws IOException {
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      exchange.close();
      return;
    }
    if (partial) {
      String range = "bytes %d-%d/%d".formatted(from, content.length - 1, content.length);
      exchange.getResponseHeaders().add("Content-Range", range);
    }
    exchange.sendResponseHeaders(partial ? 206 : 200, content.length - from);
    exchange.getResponseBody().write(content, from, Math.min(breakAfter, content.length - from));
    exchange.getResponseBody().flush();
    if (silent) {
      awaitClose();
    }
    exchange.close();
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
