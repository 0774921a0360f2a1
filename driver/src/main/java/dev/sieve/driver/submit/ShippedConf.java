package dev.sieve.driver.submit;

import dev.sieve.driver.error.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A conf as one argument of a command line, so that no file need travel: a {@code data:} URI (RFC
 * 2397) of the text, compressed.
 */
public final class ShippedConf {
  private static final String PREFIX = "data:application/gzip;base64,";

  private ShippedConf() {}

  /** Returns {@code text} as an argument. */
  public static String of(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written but memory
    }
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** Returns whether {@code argument} is a conf in itself, not the name of a file. */
  public static boolean is(String argument) {
    return argument.startsWith(PREFIX);
  }

  /** Returns the text that {@code argument} is made of, or refuses what is cut short. */
  public static String text(String argument) {
    try (InputStream in =
        new GZIPInputStream(
            new ByteArrayInputStream(
                Base64.getUrlDecoder().decode(argument.substring(PREFIX.length()))))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError("the conf that was shipped cannot be unpacked: " + e.getMessage(), e);
    }
  }
}
