package dev.sieve.driver.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.security.UserGroupInformation;

/** A user whom the system knows by number alone, as in containers that run as any user. */
public final class NamelessUser {
  /** What Java calls such a user. */
  private static final String UNKNOWN = "?";

  private NamelessUser() {}

  /** Gives such a user a name, without which Hadoop opens no file. Others keep theirs. */
  public static void name() {
    if (UNKNOWN.equals(System.getProperty("user.name"))) {
      UserGroupInformation.setLoginUser(
          UserGroupInformation.createRemoteUser(name(System.getenv())));
    }
  }

  /** Returns the name that Hadoop takes from {@code environment}, or else the number. */
  static String name(Map<String, String> environment) {
    String given = environment.getOrDefault("HADOOP_USER_NAME", "");
    return given.isEmpty() ? number() : given;
  }

  private static String number() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "nobody"; // not on Linux
    }
  }
}
