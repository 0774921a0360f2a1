package dev.sieve.driver.data;

import dev.sieve.HomePath;
import dev.sieve.Texts;
import dev.sieve.data.DataException;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.Places;
import dev.sieve.driver.error.Refusals;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** A folder, or one file, of any file system that Hadoop knows; local where no scheme is given. */
public final class HadoopFolder implements DataFolder {
  private final String location;
  private final FileSystem files;
  private final FileStatus status;

  /**
   * @throws DataException where {@code path} is none, leads nowhere, or cannot be reached
   */
  public HadoopFolder(String path, Configuration hadoop) {
    location = path;
    try {
      Path place = new Path(HomePath.of(path));
      files = withoutChecksums(place.getFileSystem(hadoop));
      status = files.getFileStatus(place);
    } catch (FileNotFoundException e) {
      throw new DataException(Texts.format("data path must exist, but there is no %s", path), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(
          Texts.format(
              "cannot read data path %s: %s", path, Refusals.of(e).orElseGet(e::getMessage)),
          e);
    }
  }

  /** Returns the places that {@code hadoop} leads to. */
  public static Places places(Configuration hadoop) {
    return path -> new HadoopFolder(path, hadoop);
  }

  /** A stray {@code .crc} file beside the data must not decide whether it can be read. */
  private static FileSystem withoutChecksums(FileSystem files) {
    return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public List<String> files() throws IOException {
    if (status.isFile()) {
      return List.of(status.getPath().getName());
    }
    return Arrays.stream(files.listStatus(status.getPath()))
        .filter(FileStatus::isFile)
        .map(file -> file.getPath().getName())
        .sorted()
        .toList();
  }

  @Override
  public long length(String file) throws IOException {
    return files.getFileStatus(at(file)).getLen();
  }

  @Override
  public InputStream open(String file) throws IOException {
    return files.open(at(file));
  }

  private Path at(String file) {
    return status.isFile() ? status.getPath() : new Path(status.getPath(), file);
  }
}
