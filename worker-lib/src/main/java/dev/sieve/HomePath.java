package dev.sieve;

import java.util.Map;

/** Paths as a shell reads them: {@code --out=~/runs} and confs pass by it. */
public final class HomePath {
  private static final String HOME = "~";

  private HomePath() {}

  /** Returns {@code path} with the user's home in place of a {@code ~} in front. */
  public static String of(String path) {
    return of(path, System.getenv());
  }

  /**
   * Returns the same where the variables are {@code environment}: the home is HOME, if that is set.
   */
  static String of(String path, Map<String, String> environment) {
    return path.equals(HOME) || path.startsWith(HOME + "/")
        ? environment.getOrDefault("HOME", System.getProperty("user.home"))
            + path.substring(HOME.length())
        : path;
  }
}
