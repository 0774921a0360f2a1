package dev.sieve.data.source;

import static java.util.Objects.requireNonNull;

import dev.sieve.Texts;
import dev.sieve.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of this machine, or one file of it. */
public final class LocalFolder implements DataFolder {
  private final Path path;

  /**
   * @throws DataException where there is neither a folder nor a file at {@code path}
   */
  public LocalFolder(Path path) {
    this.path = requireNonNull(path, "path is null");
    if (!Files.exists(path)) {
      throw new DataException(Texts.format("data path must exist, but there is no %s", path));
    }
  }

  @Override
  public String location() {
    return path.toString();
  }

  @Override
  public List<String> files() throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(name(path));
    }
    try (Stream<Path> children = Files.list(path)) {
      return children.filter(Files::isRegularFile).map(LocalFolder::name).sorted().toList();
    }
  }

  @Override
  public long length(String file) throws IOException {
    return Files.size(at(file));
  }

  @Override
  public InputStream open(String file) throws IOException {
    return Files.newInputStream(at(file));
  }

  private Path at(String file) {
    return Files.isRegularFile(path) ? path : path.resolve(file);
  }

  private static String name(Path path) {
    return path.toAbsolutePath().getFileName().toString();
  }
}
