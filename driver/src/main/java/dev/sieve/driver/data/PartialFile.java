package dev.sieve.driver.data;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A download that is not whole yet: {@code target.part}, and beside it {@code target.part.version},
 * which holds what the server calls the version that these bytes are of.
 */
final class PartialFile {
  private final Path target;
  private final Path part;
  private final Path version;

  PartialFile(Path target) {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.version = target.resolveSibling(target.getFileName() + ".part.version");
  }

  /** Returns the bytes there are. */
  long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** Returns the version of the bytes there are; empty where there are none, or it is unknown. */
  Optional<String> version() throws IOException {
    return size() > 0 && Files.exists(version)
        ? Optional.of(Files.readString(version).strip())
        : Optional.empty();
  }

  /** Drops the bytes there are; those to come are of {@code newVersion}. */
  void startOver(Optional<String> newVersion) throws IOException {
    remove();
    if (newVersion.isPresent()) {
      Files.writeString(version, newVersion.get());
    }
  }

  /** Opens the file for further bytes. */
  OutputStream append() throws IOException {
    return Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * Gives the file its name, at once and whole.
   *
   * @throws DataException where its checksum is not {@code md5}; the bytes are then removed, lest
   *     the next try continue a bad file
   */
  void finish(String md5, Object from) throws IOException {
    String found = md5(part);
    if (!found.equals(md5)) {
      remove();
      throw new DataException(
          Texts.format(
              "%s must have MD5 %s, but has %s; what came was removed, the next try starts afresh",
              from, md5, found));
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(version);
  }

  private void remove() throws IOException {
    Files.deleteIfExists(version);
    Files.deleteIfExists(part);
  }

  /** Returns the MD5 of {@code file} in hexadecimal. */
  static String md5(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      new DigestInputStream(in, md5).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(md5.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have MD5", e);
    }
  }
}
