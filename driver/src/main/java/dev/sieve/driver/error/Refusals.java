package dev.sieve.driver.error;

import static java.util.stream.Collectors.joining;

import dev.sieve.Texts;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.util.VersionInfo;

/**
 * What Spark's and Hadoop's exceptions refuse of the user's own settings and paths, in words: the
 * one place that knows their messages.
 */
public final class Refusals {
  private static final String ANY = "(?s)(.*)";
  private static final String NO_FILE_SYSTEM =
      "no file system is known by %s://, unless its jar is named by --jars or --packages";

  /** The first that fits counts. */
  private static final List<Known> KNOWN =
      List.of(
          known(
              "cores per executor \\(=(\\d+)\\) has to be >= .* cpus per task = (\\d+)",
              "spark.task.cpus must be at most the %s cores of an executor, but was %s"),
          memory("System memory (\\d+) must be at least (\\d+)", "--driver-memory"),
          memory("Executor memory (\\d+) must be at least (\\d+)", "--executor-memory"),
          known(
              "Failed to parse byte string: (.+)",
              "a size in Spark's settings must be a number with a unit, such as 512m or 2g, but was"
                  + " '%s'"),
          known(
              "Failed to parse time string: (.+)",
              "a time in Spark's settings must be a number with a unit, such as 10s, but was '%s'"),
          known(
              "value '(.*)' in the config \"(.+?)\" is invalid\\. It should be a/an '(.+?)' value",
              "%2$s must be of type %3$s, but was '%1$s'"),
          known(
              "value '(.*)' in the config \"(.+?)\" is invalid\\. (.+?)\\.? SQLSTATE",
              "%2$s must be valid, but was '%1$s': %3$s"),
          known(
              "Illegal value for config key (\\S+): For input string: \"(.*)\"",
              "%s must be a number, but was '%s'"),
          known("Illegal value for config key (\\S+): (.+)", "%s must be valid, but is not: %s"),
          known("Invalid Spark config: (.+?)\\.? SQLSTATE", "%s"),
          known(
              UnknownHostException.class,
              "destination host is: \"([^\"]+)\"",
              "there is no host '%s'"),
          known(UnknownHostException.class, "([^:]*)", "there is no host '%s'"),
          known(ConnectException.class, "to (\\S+) failed on", "no server answers at %s"),
          known(ConnectException.class, ANY, "no server answers: %s"),
          known(SocketTimeoutException.class, "to (\\S+) failed on", "no server answers at %s"),
          known(
              UnsupportedFileSystemException.class, "for scheme:? \"?([\\w+.-]+)", NO_FILE_SYSTEM),
          known(
              ClassNotFoundException.class,
              "org\\.apache\\.hadoop\\.fs\\.s3a\\.",
              "s3a:// needs a jar that Spark lacks: --packages org.apache.hadoop:hadoop-aws:"
                  + VersionInfo.getVersion()),
          known(
              ClassNotFoundException.class,
              "org\\.apache\\.hadoop\\.fs\\.(\\w+)\\.",
              NO_FILE_SYSTEM));

  /** What surrounds a sentence in Spark's messages. */
  private static final Pattern FRAME =
      Pattern.compile("^\\[[A-Z_.]+] |^requirement failed: | SQLSTATE: \\w+$");

  private Refusals() {}

  /**
   * A refusal that is known.
   *
   * @param type of the exception
   * @param told by its message, or a part of it
   */
  private record Known(
      Class<? extends Throwable> type, Pattern told, Function<MatchResult, String> words) {

    Optional<String> in(Throwable e) {
      return type.isInstance(e)
          ? told.matcher(String.valueOf(e.getMessage())).results().findFirst().map(words)
          : Optional.empty();
    }
  }

  private static Known known(String told, String words) {
    return known(Throwable.class, told, words);
  }

  private static Known known(Class<? extends Throwable> type, String told, String words) {
    return new Known(type, Pattern.compile(told), found -> Texts.format(words, groups(found)));
  }

  private static Known memory(String told, String option) {
    return new Known(
        Throwable.class,
        Pattern.compile(told),
        found ->
            Texts.format(
                "%s must give Spark at least %d MB, but gave %d",
                option, megabytes(found.group(2)), megabytes(found.group(1))));
  }

  private static long megabytes(String bytes) {
    return Long.parseLong(bytes) >> 20;
  }

  private static Object[] groups(MatchResult found) {
    Object[] groups = new Object[found.groupCount()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = found.group(i + 1);
    }
    return groups;
  }

  /** Returns the mistake that {@code failure} comes from, if it is known to come from one. */
  public static Optional<String> of(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> KNOWN.stream().flatMap(known -> known.in(cause).stream()))
        .findFirst();
  }

  /**
   * Returns why Spark did not start: nothing of Sieve's has run then, and what it refuses are its
   * settings.
   */
  public static UserError ofStart(Throwable failure) {
    return new UserError(
        of(failure)
            .orElseGet(
                () ->
                    causes(failure)
                        .map(Refusals::sentence)
                        .distinct()
                        .collect(joining(": ", "Spark does not start: ", ""))),
        failure);
  }

  /** Returns why {@code failure} happened, without a full stop: as it is known, or as it says. */
  public static String reason(Throwable failure) {
    return of(failure).orElseGet(() -> sentence(failure)).replaceAll("\\.$", "");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static String sentence(Throwable cause) {
    if (cause instanceof ClassNotFoundException) {
      return "there is no class " + cause.getMessage();
    }
    return cause.getMessage() == null
        ? cause.getClass().getSimpleName()
        : FRAME
            .matcher(
                cause.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse(""))
            .replaceAll("");
  }
}
