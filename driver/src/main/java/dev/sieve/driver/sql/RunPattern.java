package dev.sieve.driver.sql;

import dev.sieve.Texts;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.run.Folder;
import dev.sieve.driver.run.RunDirectory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.GlobPattern;

/**
 * Paths of run directories with {@code *}, {@code ?}, {@code [ab]} and <code>{a,b}</code> between
 * slashes, such as {@code runs/*}, on any file system: a shell knows only this machine's. Hadoop's
 * own search fails where the name of any file has a colon.
 */
public final class RunPattern {
  private static final Pattern SPECIAL = Pattern.compile("[*?\\[{]");

  /** What stands before the first part with a special letter, and the parts from there on. */
  private static final Pattern PARTS = Pattern.compile("([^*?\\[{]*/)?(.*)");

  private RunPattern() {}

  /**
   * Returns the run directories with tables that {@code pattern} matches, sorted.
   *
   * @throws UserError where there is none
   */
  public static List<RunDirectory> matching(String pattern, Configuration hadoop) {
    Matcher parts = PARTS.matcher(pattern);
    parts.matches();
    String base = parts.group(1) == null ? "." : parts.group(1);
    List<Folder> found = List.of(Folder.at("a run directory", base, hadoop));
    for (String part : parts.group(2).split("/", -1)) {
      found = found.stream().flatMap(folder -> within(folder, part)).toList();
    }
    List<RunDirectory> runs =
        found.stream().map(RunDirectory::new).filter(RunViews::hasTables).toList();
    if (runs.isEmpty()) {
      throw new UserError("no run directory with tables matches " + pattern);
    }
    return runs;
  }

  private static Stream<Folder> within(Folder folder, String part) {
    if (!SPECIAL.matcher(part).find()) {
      return part.isEmpty() ? Stream.of(folder) : Stream.of(folder.within(part));
    }
    GlobPattern names = glob(part);
    return folder.list("").stream().filter(names::matches).map(folder::within);
  }

  private static GlobPattern glob(String part) {
    try {
      return new GlobPattern(part);
    } catch (PatternSyntaxException e) {
      throw new UserError(
          Texts.format("RUN must be a pattern, but %s is none: %s", part, e.getDescription()), e);
    }
  }
}
