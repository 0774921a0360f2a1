package dev.sieve.driver.run;

import dev.sieve.driver.error.UserError;
import dev.sieve.run.RunFiles;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * The folder of one run: all that a search leaves, and whether it may be used.
 *
 * @param folder need not exist
 */
public record RunDirectory(Folder folder) {
  /** The conf as it was run, every default filled in. */
  public static final String CONF = RunFiles.CONF;

  /** The folder of the journal. */
  public static final String JOURNAL = "journal";

  /** What the names of files begin with that executors of the next search need. */
  public static final String SHIPPED = ".sieve-";

  /** What {@code gradcheck} leaves, before a search or after it. */
  public static final String GRADCHECK = RunFiles.GRADCHECK;

  /**
   * Returns the directory at {@code path}, which need not exist; touches nothing.
   *
   * @throws UserError where {@code path} is none, or of no file system that is known
   */
  public static RunDirectory at(String path, Configuration hadoop) {
    return new RunDirectory(Folder.at("a run directory", path, hadoop));
  }

  /** Returns where it is, as messages show it: without {@code file:}. */
  public String display() {
    return folder.display();
  }

  /** Returns the last part of its path. */
  public String name() {
    return folder.name();
  }

  /** Returns whether it exists and holds what a search leaves: no hidden or unfinished files. */
  public boolean isInUse() {
    return !folder.list("").stream()
        .allMatch(
            name ->
                name.startsWith(".")
                    || name.equals(GRADCHECK)
                    || name.endsWith(WholeFiles.UNFINISHED));
  }

  /** Deletes what a driver that was killed has left unfinished. For who holds the lock. */
  public void sweep() {
    List.of("", JOURNAL + "/", Models.FOLDER + "/", Probabilities.FOLDER + "/")
        .forEach(folder::sweep);
  }

  /**
   * Returns {@code NAME-1}, {@code NAME-2}, … beside it, as far as there are any: what was set
   * aside, and perhaps more.
   */
  public List<RunDirectory> asides() {
    return folder.asides().stream().map(RunDirectory::new).toList();
  }

  /**
   * Renames it to {@code NAME-1}, {@code NAME-2}, …, and returns which, as messages show it. For
   * who holds the lock, which is gone then.
   */
  public String setAside() {
    Folder aside = folder.setAside();
    aside.delete(LockHolder.FILE);
    aside.list("").stream()
        .filter(name -> name.startsWith(SHIPPED))
        .forEach(name -> folder.write(name, aside.readBytes(name)));
    return aside.display();
  }
}
