package dev.sieve.driver.source;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes Parquet files for tests. */
public final class ParquetTableFile {
  /** Bytes: large tables have several groups. */
  private static final long ROW_GROUP = 4L << 20;

  private ParquetTableFile() {}

  /** Writes {@code rows} rows, each filled by {@code filling}, given its number. */
  public static Path write(Path file, String schema, int rows, BiConsumer<Group, Integer> filling) {
    return write(file, schema, Map.of(), rows, filling);
  }

  /** As above, with {@code metadata} at the end of the file. */
  public static Path write(
      Path file,
      String schema,
      Map<String, String> metadata,
      int rows,
      BiConsumer<Group, Integer> filling) {
    MessageType type = MessageTypeParser.parseMessageType("message m { " + schema + " }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(type)
            .withExtraMetaData(metadata)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(ROW_GROUP)
            .build()) {
      SimpleGroupFactory groups = new SimpleGroupFactory(type);
      for (int i = 0; i < rows; i++) {
        Group row = groups.newGroup();
        filling.accept(row, i);
        writer.write(row);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a PNG of pixels that lie plane by plane, of one channel or three. */
  public static Binary png(byte[] planes, int from, int height, int width, int channels) {
    BufferedImage image =
        new BufferedImage(
            width,
            height,
            channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < height * width; i++) {
        int value = planes[from + c * height * width + i] & 0xFF;
        image.getRaster().setSample(i % width, i / width, c, value);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Binary.fromConstantByteArray(bytes.toByteArray());
  }
}
