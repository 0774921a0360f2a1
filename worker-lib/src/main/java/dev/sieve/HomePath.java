package dev.sieve;

/** Paths as a shell reads them: {@code --out=~/runs} and confs pass by it. */
public final class HomePath {
  private static final String HOME = "~";

  private HomePath() {}

  /** Returns {@code path} with the user's home in place of a {@code ~} in front. */
  public static String of(String path) {
    return path.equals(HOME) || path.startsWith(HOME + "/")
        ? System.getProperty("user.home") + path.substring(HOME.length())
        : path;
  }
}
