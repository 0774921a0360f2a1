package dev.sieve.data.cifar;

import dev.sieve.data.DataException;
import dev.sieve.data.source.DataFolder;
import dev.sieve.data.source.Places;

/** Finds files in the folder that an archive makes where it is unpacked. */
final class Unpacked {
  private Unpacked() {}

  /** Returns the folder at {@code path}, or {@code below} it where only that one has the files. */
  static DataFolder folder(String path, String below, CifarLayout layout, Places places) {
    DataFolder folder = places.folder(path);
    if (CifarReader.isIn(folder, layout)) {
      return folder;
    }
    try {
      DataFolder inner = places.folder(path + "/" + below);
      return CifarReader.isIn(inner, layout) ? inner : folder;
    } catch (DataException e) {
      return folder; // there is none
    }
  }
}
