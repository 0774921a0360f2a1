package dev.sieve.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A place that holds files, wherever it is. A place that is one file itself is a folder of just
 * that file.
 */
public interface DataFolder {

  /** Returns where this folder is, as messages should show it. */
  String location();

  /** Returns the names of the files directly in this folder, sorted. */
  List<String> files() throws IOException;

  /** Returns the length of one of {@link #files} in bytes. */
  long length(String file) throws IOException;

  /** Opens one of {@link #files} from its start; the caller closes the stream. */
  InputStream open(String file) throws IOException;
}
