package dev.sieve.driver.conf.text;

import dev.sieve.Texts;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;

/** The text of a conf, which is UTF-8: what other encodings leave is refused by name. */
public final class ConfText {
  private ConfText() {}

  /** Says what the bytes are. */
  private static final class Foreign extends CharacterCodingException {
    private static final long serialVersionUID = 1;

    private final String what;

    Foreign(String what) {
      this.what = what;
    }

    @Override
    public String getMessage() {
      return what;
    }
  }

  /**
   * Returns the text that {@code bytes} hold.
   *
   * @throws CharacterCodingException where they are of another encoding: says which, as a rule
   */
  public static String of(byte[] bytes) throws CharacterCodingException {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean wrong = StandardCharsets.UTF_8.newDecoder().decode(in, text, true).isError();
    Optional<String> other =
        utf16(bytes)
            .or(() -> wrong ? Optional.of(foreign(bytes, in.position())) : Optional.empty());
    if (other.isPresent()) {
      throw new Foreign("must be UTF-8 text, but " + other.get());
    }
    return text.flip().toString();
  }

  /** Its mark, or the zeros of which UTF-16 is full. */
  private static Optional<String> utf16(byte[] bytes) {
    boolean marked =
        bytes.length >= 2
            && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    boolean zeros = IntStream.range(0, bytes.length).anyMatch(i -> bytes[i] == 0);
    return marked || zeros
        ? Optional.of(marked ? "is UTF-16" : "holds zero bytes: is it UTF-16?")
        : Optional.empty();
  }

  private static String foreign(byte[] bytes, int at) {
    long line = 1 + IntStream.range(0, at).filter(i -> bytes[i] == '\n').count();
    return Texts.format(
        "line %d has the byte %02X, which is none: is it Latin-1?", line, bytes[at] & 0xFF);
  }
}
