package dev.sieve.driver.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.util.VersionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Spark itself refuses is in {@code RefusedSettingsIT}. */
class RefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [INVALID_DRIVER_MEMORY] System memory 104857600 must be at least 471859200. | --driver-memory must give Spark at least 450 MB, but gave 100
          Failed to parse time string: soon | a time in Spark's settings must be a number with a unit, such as 10s, but was 'soon'
          Illegal value for config key spark.a.b: For input string: "x" | spark.a.b must be a number, but was 'x'
          Illegal value for config key spark.a.b: too long | spark.a.b must be valid, but is not: too long
          """)
  void whatSparkRefuses_isSaidInWords(String told, String words) {
    assertEquals(Optional.of(words), Refusals.of(new IllegalStateException(told)));
  }

  private static void assertSaid(String words, Exception refused) {
    assertEquals(
        Optional.of(words), Refusals.of(new RuntimeException(new IOException("no", refused))));
  }

  @Test
  void whatHadoopRefuses_isSaidInWords_howeverDeepItIs() {
    assertSaid("there is no host 'nohost'", new UnknownHostException("nohost"));
    assertSaid(
        "there is no host 'nohost'",
        new UnknownHostException(
            "Invalid host name: local host is: (unknown); destination host is: \"nohost\":8020"));
    assertSaid(
        "there is no host 'vm'", new UnknownHostException("vm: vm: Name or service not known"));
    String call = "Call From vm/127.0.0.1 to a:9000 failed on ";
    assertSaid("no server answers at a:9000", new ConnectException(call + "connection exception"));
    assertSaid("no server answers at a:9000", new SocketTimeoutException(call + "socket timeout"));
    assertSaid("no server answers: Connection refused", new ConnectException("Connection refused"));
    assertSaid(
        "no file system is known by gs://, unless its jar is named by --jars or --packages",
        new UnsupportedFileSystemException("No FileSystem for scheme \"gs\""));
    assertSaid(
        "s3a:// needs a jar that Spark lacks: --packages org.apache.hadoop:hadoop-aws:"
            + VersionInfo.getVersion(),
        new ClassNotFoundException("Class org.apache.hadoop.fs.s3a.S3A not found"));
  }

  @Test
  void anyOtherFailure_isOurs() {
    assertEquals(Optional.empty(), Refusals.of(new IllegalStateException("no disk")));
    assertEquals(Optional.empty(), Refusals.of(new ClassNotFoundException("dev.sieve.Any")));
    assertEquals(Optional.empty(), Refusals.of(new SocketTimeoutException("Read timed out")));
    assertEquals(Optional.empty(), Refusals.of(new IOException()));
  }

  @Test
  void anythingAtTheStart_isTheUsers() {
    assertEquals(
        "Spark does not start: No configs for gpu: there is no class a.B",
        Refusals.ofStart(
                new RuntimeException(
                    "[NO_CONFIGS] No configs for gpu SQLSTATE: 42616",
                    new ClassNotFoundException("a.B")))
            .getMessage());
    assertEquals(
        "Spark does not start: IllegalStateException",
        Refusals.ofStart(new IllegalStateException()).getMessage());
  }
}
