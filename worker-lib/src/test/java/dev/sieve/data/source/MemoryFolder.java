package dev.sieve.data.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder that lives in memory, so that tests can spoil its files. */
public final class MemoryFolder implements DataFolder {
  private final Map<String, byte[]> files = new TreeMap<>();

  /** Returns this folder with one more file, or another content of one. */
  public MemoryFolder with(String file, byte[] bytes) {
    files.put(file, bytes);
    return this;
  }

  public MemoryFolder without(String file) {
    files.remove(file);
    return this;
  }

  @Override
  public String location() {
    return "memory";
  }

  @Override
  public List<String> files() {
    return List.copyOf(files.keySet());
  }

  @Override
  public long length(String file) {
    return files.get(file).length;
  }

  @Override
  public InputStream open(String file) {
    return new ByteArrayInputStream(files.get(file));
  }
}
