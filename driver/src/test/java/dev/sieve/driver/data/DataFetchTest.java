package dev.sieve.driver.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.data.DataException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFetchTest {
  private static final int LENGTH = 300_000;
  private static final String MD5 = "b178315ab37418474f4c461bff400bf9";
  private static final FetchProgress IGNORED = (bytes, total) -> {};

  @TempDir private Path folder;
  private final byte[] content = new byte[LENGTH];
  private Path target;
  private FileServer server;

  @BeforeEach
  void start() throws IOException {
    new Random(1).nextBytes(content);
    target = folder.resolve("new").resolve("file.tgz");
    server = new FileServer(content);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fetch_file_isThereWholeAndAlone() throws IOException {
    assertEquals(DataFetch.Outcome.DOWNLOADED, fetch());
    assertArrayEquals(content, Files.readAllBytes(target));
    assertEquals(List.of("file.tgz"), names());
  }

  @Test
  void fetch_progress_endsAtTheTotal() {
    List<Long> seen = new ArrayList<>();
    new DataFetch()
        .fetch(
            download(MD5),
            (bytes, total) -> {
              assertEquals(LENGTH, total);
              seen.add(bytes);
            });
    assertEquals(0, seen.get(0));
    assertEquals(LENGTH, seen.get(seen.size() - 1));
  }

  @Test
  void fetch_again_doesNothing() {
    fetch();
    assertEquals(DataFetch.Outcome.ALREADY_THERE, fetch());
    assertEquals(List.of("none"), server.ranges());
  }

  @Test
  void fetch_anotherFileAtTarget_isLeftAlone() throws IOException {
    Files.createDirectories(target.getParent());
    Files.writeString(target, "mine");
    assertEquals(
        target
            + " is there already and must have MD5 "
            + MD5
            + ", but has 918b81db5e91d031548b963c93845e5b; remove it to fetch it again",
        refusal());
    assertEquals("mine", Files.readString(target));
  }

  @Test
  void fetch_brokenConnection_saysHowFarItCame() {
    server.breakAfter(100_000);
    String message = refusal();
    assertTrue(
        message.startsWith(
            "connection to %s broke after 100000 of 300000 bytes (".formatted(authority())),
        message);
    assertTrue(message.endsWith("; the same command continues there"), message);
  }

  @Test
  void fetch_afterBrokenConnection_continuesThere() throws IOException {
    server.breakAfter(100_000);
    refusal();
    refusal();
    server.breakAfter(LENGTH);
    fetch();
    assertEquals(List.of("none", "bytes=100000-", "bytes=200000-"), server.ranges());
    assertArrayEquals(content, Files.readAllBytes(target));
    assertEquals(List.of("file.tgz"), names());
  }

  @Test
  void fetch_serverWithoutRanges_startsOver() throws IOException {
    server.breakAfter(100_000).withoutRanges();
    refusal();
    server.breakAfter(LENGTH);
    fetch();
    assertArrayEquals(content, Files.readAllBytes(target));
  }

  @Test
  void fetch_fileChangedMeanwhile_startsOver() throws IOException {
    server.breakAfter(100_000);
    refusal();
    server.breakAfter(LENGTH).version("\"v2\"");
    fetch();
    assertArrayEquals(content, Files.readAllBytes(target));
  }

  @Test
  void fetch_serverWithWeakVersionsOnly_startsOver() throws IOException {
    server.breakAfter(100_000).version("W/\"v1\"");
    refusal();
    server.breakAfter(LENGTH);
    fetch();
    assertEquals(List.of("none", "none"), server.ranges());
    assertArrayEquals(content, Files.readAllBytes(target));
  }

  @Test
  void fetch_allBytesThereButTheName_checksAndNames() throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(target.resolveSibling("file.tgz.part"), content);
    Files.writeString(target.resolveSibling("file.tgz.part.version"), "\"v1\"");
    fetch();
    assertEquals(List.of("bytes=300000-"), server.ranges());
    assertEquals(List.of("file.tgz"), names());
  }

  @Test
  void fetch_wrongChecksum_leavesNothing() throws IOException {
    String wrong = "0".repeat(32);
    DataException e =
        assertThrows(DataException.class, () -> new DataFetch().fetch(download(wrong), IGNORED));
    assertEquals(
        "%s must have MD5 %s, but has %s; what came was removed, the next try starts afresh"
            .formatted(server.uri(), wrong, MD5),
        e.getMessage());
    assertEquals(List.of(), names());
  }

  @Test
  void fetch_status404_saysSo() {
    server.status(404);
    assertEquals(
        server.uri() + " must answer with status 200, or 206 and the rest, but answered 404",
        refusal());
    assertFalse(Files.exists(target));
  }

  @Test
  void fetch_nobodyListening_saysSo() {
    server.close();
    assertEquals("cannot reach %s: connection refused".formatted(authority()), refusal());
  }

  @Test
  void fetch_serverFallsSilent_givesUp() {
    server.breakAfter(100_000).silent();
    DataFetch impatient = new DataFetch(Duration.ofSeconds(5), Duration.ofMillis(300));
    String message =
        assertThrows(DataException.class, () -> impatient.fetch(download(MD5), IGNORED))
            .getMessage();
    assertEquals(
        "connection to %s broke after 100000 of 300000 bytes (no byte came for 300 ms); "
                .formatted(authority())
            + "the same command continues there",
        message);
  }

  @Test
  void fetch_targetThatCannotBe_saysSo() throws IOException {
    Files.writeString(target.getParent(), "a file, not a folder");
    String message = refusal();
    assertTrue(message.startsWith("cannot write " + target + ": "), message);
  }

  @Test
  void download_otherScheme_isRefused() {
    URI ftp = URI.create("ftp://host/file");
    var e = assertThrows(IllegalArgumentException.class, () -> new Download(ftp, MD5, target));
    assertEquals(
        "URL must be http://host/… or https://host/…, but was ftp://host/file", e.getMessage());
  }

  @Test
  void download_md5TooShort_isRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new Download(server.uri(), "12", target));
    assertEquals("MD5 must have 32 hexadecimal digits, but was 12", e.getMessage());
  }

  private DataFetch.Outcome fetch() {
    return new DataFetch().fetch(download(MD5), IGNORED);
  }

  private String refusal() {
    return assertThrows(DataException.class, this::fetch).getMessage();
  }

  private Download download(String md5) {
    return new Download(server.uri(), md5, target);
  }

  private String authority() {
    return server.uri().getAuthority();
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(target.getParent())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
