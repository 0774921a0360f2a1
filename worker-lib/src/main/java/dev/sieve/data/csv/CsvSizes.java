package dev.sieve.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.LeastSize;
import dev.sieve.data.source.Unzipped;
import dev.sieve.data.table.TableSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The memory that tables in CSV take, by their first rows and the lengths of their files: as much
 * at least as if all rows were as long as the longest of the first ones. How much a compressed file
 * holds, only reading tells.
 */
final class CsvSizes {
  /** Rows of each file that are looked at. */
  private static final int ROWS = 1_000;

  private final TableSettings table;
  private long rows;
  private long width = Long.MAX_VALUE;
  private boolean isFloats;

  CsvSizes(TableSettings table) {
    this.table = table;
  }

  /** Adds all files of {@code folder}. */
  void add(DataFolder folder) {
    try {
      for (String file : CsvFiles.files(folder)) {
        add(folder, file);
      }
    } catch (CsvParseException | UncheckedIOException e) {
      return; // of damaged files, of which reading will say more
    } catch (IOException e) {
      throw new DataException(
          Texts.format("cannot read %s: %s", folder.location(), e.getMessage()), e);
    }
  }

  private void add(DataFolder folder, String file) throws IOException {
    CsvHead head = new CsvHead(table);
    boolean zipped;
    boolean whole;
    try (InputStream in = Unzipped.of(folder.open(file));
        CsvReader<Boolean> reader =
            CsvReader.builder().build(head, new InputStreamReader(in, StandardCharsets.UTF_8))) {
      zipped = in instanceof GZIPInputStream;
      Iterator<Boolean> records = reader.iterator();
      while (head.rows() < ROWS && records.hasNext()) {
        records.next();
      }
      whole = !records.hasNext();
    }
    rows += zipped || whole ? head.rows() : head.rowsOf(folder.length(file));
    width = Math.min(width, head.width());
    isFloats |= head.isFloats();
  }

  /** Returns the size of all files so far; empty where they have no rows or no inputs. */
  Optional<LeastSize> least() {
    return rows == 0 || width == 0
        ? Optional.empty()
        : Optional.of(new LeastSize(rows, width, isFloats ? Float.BYTES : Byte.BYTES));
  }
}
