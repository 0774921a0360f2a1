package dev.sieve.driver.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sieve.Texts;
import dev.sieve.train.PackState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The form of a saved state: a line with the CRC-32C of the {@link CheckpointHeader}, a space, and
 * that header in JSON; then the state, as Java serializes it.
 */
final class CheckpointFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More than the keys of the largest pack take. */
  private static final int LONGEST_HEADER = 1 << 20;

  /** Twice as deep as the objects of a state lie in each other. */
  private static final int DEEPEST = 20;

  /**
   * What a state is made of: numbers, lists and our own classes. Sets within sets would keep a
   * reader busy for ever.
   */
  private static final String CLASSES =
      "java.lang.Object;java.lang.Enum;java.lang.Boolean"
          + ";java.lang.Number;java.lang.Integer;java.lang.Long;java.lang.Double"
          + ";java.util.ArrayList;java.util.CollSer"
          + ";java.util.ImmutableCollections$List12;java.util.ImmutableCollections$ListN"
          + ";dev.sieve.**;!*";

  private CheckpointFile() {}

  /** A file that is not what was once written. */
  static final class Damage extends Exception {
    private static final long serialVersionUID = 1;

    Damage(String what) {
      super(what);
    }
  }

  /** Returns {@code state} of the search {@code search} in this form. */
  static byte[] bytes(String search, PackState state) {
    List<String> trials = state.trials().stream().map(CheckpointHeader::key).toList();
    return bytes(search, trials, state.step(), serialized(state));
  }

  /** Returns the same for a state that is serialized as {@code body}. */
  static byte[] bytes(String search, List<String> trials, long step, byte[] body) {
    try {
      String json =
          JSON.writeValueAsString(
              new CheckpointHeader(search, trials, step, body.length, checksum(body)));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + json.length() + 16);
      bytes.writeBytes(utf8(checksum(utf8(json)) + " " + json + "\n"));
      bytes.writeBytes(body);
      return bytes.toByteArray();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the header of a state", e);
    }
  }

  static byte[] serialized(Serializable state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(state);
    } catch (IOException e) {
      throw new IllegalStateException("cannot serialize the state of a pack", e);
    }
    return bytes.toByteArray();
  }

  /** Reads the header, and leaves {@code in} at the beginning of the state. */
  static CheckpointHeader header(InputStream in) throws IOException, Damage {
    String line = line(in);
    int space = line.indexOf(' ');
    String json = line.substring(space + 1);
    if (space < 0 || !line.substring(0, space).equals(checksum(utf8(json)))) {
      throw new Damage("its first line has another checksum");
    }
    try {
      return JSON.readValue(json, CheckpointHeader.class);
    } catch (JsonProcessingException e) {
      throw new Damage("its first line is of another version");
    }
  }

  /** Reads the state behind the header {@code header}. */
  static PackState state(InputStream in, CheckpointHeader header) throws IOException, Damage {
    byte[] body = in.readNBytes(header.bytes());
    if (body.length < header.bytes() || in.read() >= 0) {
      throw new Damage(Texts.format("it must have %d bytes, but has not", header.bytes()));
    }
    if (!checksum(body).equals(header.checksum())) {
      throw new Damage("it has another checksum");
    }
    try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(body))) {
      objects.setObjectInputFilter(filter(body.length));
      return (PackState) objects.readObject();
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw new Damage("it is of another version");
    }
  }

  /** Admits what {@code bytes} bytes of a state can hold: an element takes one or more. */
  private static ObjectInputFilter filter(int bytes) {
    return ObjectInputFilter.Config.createFilter(
        Texts.format("maxdepth=%d;maxarray=%d;%s", DEEPEST, bytes, CLASSES));
  }

  private static String line(InputStream in) throws IOException, Damage {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() == LONGEST_HEADER) {
        throw new Damage("its first line is not complete");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Texts.format("%08x", crc.getValue());
  }
}
