package dev.sieve.driver.data;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Downloads a file over HTTP, checks it, and only then gives it its name. A try that broke off is
 * continued by the next one, where the server still has the same version (RFC 9110, sections 13.1.5
 * and 14).
 */
public final class DataFetch {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HttpClient client;
  private final Duration connect;
  private final Duration stall;

  /** What {@link #fetch} did. */
  public enum Outcome {
    /** Nothing: the file was there, and is the right one. */
    ALREADY_THERE,
    /** Downloaded the file, or the rest of it. */
    DOWNLOADED
  }

  /** Waits 15 s for a connection, and 30 s for each further sign of life. */
  public DataFetch() {
    this(Duration.ofSeconds(15), Duration.ofSeconds(30));
  }

  DataFetch(Duration connect, Duration stall) {
    this.connect = connect;
    this.stall = stall;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(connect)
            .build();
  }

  /**
   * Leaves the file at its target.
   *
   * @throws DataException where the server cannot be reached or refuses, the connection breaks, or
   *     the checksum is another; and where another file is at the target already
   */
  public Outcome fetch(Download download, FetchProgress progress) {
    Path target = download.target();
    try {
      if (Files.exists(target)) {
        checkPresent(download);
        return Outcome.ALREADY_THERE;
      }
      Files.createDirectories(target.toAbsolutePath().getParent());
      PartialFile part = new PartialFile(target);
      transfer(download, part, progress);
      part.finish(download.md5(), download.from());
      return Outcome.DOWNLOADED;
    } catch (IOException e) {
      throw new DataException(Texts.format("cannot write %s: %s", target, reason(e)), e);
    }
  }

  private static void checkPresent(Download download) throws IOException {
    String found = PartialFile.md5(download.target());
    if (!found.equals(download.md5())) {
      throw new DataException(
          Texts.format(
              "%s is there already and must have MD5 %s, but has %s; remove it to fetch it again",
              download.target(), download.md5(), found));
    }
  }

  private void transfer(Download download, PartialFile part, FetchProgress progress)
      throws IOException {
    HttpResponse<InputStream> response = send(download, part);
    try (StallGuard body = new StallGuard(response.body(), stall)) {
      int status = response.statusCode();
      if (status == RANGE_NOT_SATISFIABLE && part.size() > 0) {
        return; // all bytes were there; the checksum decides
      }
      if (status == OK) {
        part.startOver(version(response.headers()));
      } else if (status != PARTIAL_CONTENT || start(response.headers()) != part.size()) {
        throw new DataException(
            Texts.format(
                "%s must answer with status 200, or 206 and the rest, but answered %d",
                download.from(), status));
      }
      long left = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      copy(download, body, part, left < 0 ? -1 : part.size() + left, progress);
    }
  }

  private HttpResponse<InputStream> send(Download download, PartialFile part) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(download.from()).timeout(stall);
    Optional<String> version = part.version();
    if (version.isPresent()) {
      request.header("Range", "bytes=" + part.size() + "-").header("If-Range", version.get());
    }
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new DataException(
          Texts.format("cannot reach %s: %s", download.from().getAuthority(), reason(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException(Texts.format("download of %s was interrupted", download.from()), e);
    }
  }

  private static void copy(
      Download download, StallGuard body, PartialFile part, long total, FetchProgress progress)
      throws IOException {
    long done = part.size();
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = part.append()) {
      progress.at(done, total);
      for (int got = read(download, body, buffer, done, total);
          got >= 0;
          got = read(download, body, buffer, done, total)) {
        out.write(buffer, 0, got);
        done += got;
        progress.at(done, total);
      }
    }
  }

  /** A failure to read is the network's, and must not be taken for one to write. */
  private static int read(
      Download download, StallGuard body, byte[] buffer, long done, long total) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new DataException(
          Texts.format(
              "connection to %s broke after %d of %s bytes (%s); the same command continues there",
              download.from().getAuthority(), done, total < 0 ? "?" : total, e.getMessage()),
          e);
    }
  }

  /** Returns what identifies this version of the file byte for byte, as If-Range needs it. */
  private static Optional<String> version(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> headers.firstValue("Last-Modified"));
  }

  /** Returns the first byte of a partial answer, or -1. */
  private static long start(HttpHeaders headers) {
    String range = headers.firstValue("Content-Range").orElse("");
    return range.matches("bytes \\d{1,18}-.*")
        ? Long.parseLong(range.substring("bytes ".length(), range.indexOf('-')))
        : -1;
  }

  /** The JDK's own exceptions often carry no message, or one that needs its class. */
  private String reason(IOException e) {
    if (e instanceof HttpConnectTimeoutException) {
      return Texts.format("no connection within %d ms", connect.toMillis());
    }
    if (e instanceof HttpTimeoutException) {
      return Texts.format("no answer within %d ms", stall.toMillis());
    }
    if (e instanceof ConnectException) {
      boolean unknown =
          e.getCause() instanceof ConnectException cause
              ? cause.getCause() instanceof UnresolvedAddressException
              : e.getCause() instanceof UnresolvedAddressException;
      return unknown ? "host unknown, or no network" : "connection refused";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
