package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sieve.driver.data.FileServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DataCommandTest {
  private static final String MD5_OF_A_THOUSAND_ZEROS = "ede3d3b685b4e137ba4cb2521329a75e";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void fetch_file_endsWithHowToUseIt() throws IOException {
    try (FileServer server = new FileServer(new byte[1000])) {
      String[] arguments = {
        "fetch",
        "cifar10",
        "--from",
        server.uri().toString(),
        "--md5",
        MD5_OF_A_THOUSAND_ZEROS,
        "--to",
        folder.toString()
      };
      assertEquals(0, run(arguments));
      assertEquals(0, run(arguments));
    }
    String archive = folder.resolve("cifar-10-binary.tar.gz").toString();
    String use = "Use it by: export CIFAR10_DIR=" + folder + "\n";
    assertEquals(
        archive
            + ": downloaded, checksum right\n"
            + use
            + archive
            + ": there already, checksum right\n"
            + use,
        out.toString());
  }

  @Test
  void fetch_unknownSet_namesTheKnown() {
    assertEquals(2, run("fetch", "cifar-10"));
    assertTrue(
        err.toString()
            .startsWith(
                "SET must be known, but was cifar-10: known are cifar10; did you mean cifar10?"));
  }

  @Test
  void fetch_md5TooShort_isAMistake() {
    assertEquals(2, run("fetch", "cifar10", "--md5", "12"));
    assertTrue(err.toString().startsWith("MD5 must have 32 hexadecimal digits, but was 12"));
  }

  @Test
  void describe_synthetic_printsAlignedFigures() {
    assertEquals(0, run("describe", "synthetic"));
    String text = out.toString();
    assertTrue(text.contains("images       32 x 32, 3 channels, 10 classes\n"), text);
    assertTrue(text.contains("synthetic        10,000\ntest              2,000\n"), text);
    assertTrue(text.contains("9                 1,000      200\n"), text);
  }

  @Test
  void describe_cifar10_namesItsClasses() {
    String path = System.getenv("CIFAR10_DIR");
    assumeTrue(path != null, "CIFAR10_DIR does not say where CIFAR-10 is");
    assertEquals(0, run("describe"));
    assertTrue(out.toString().contains("3 cat             5,000    1,000\n"), out.toString());
  }

  @Test
  void describe_cifar10WithoutPath_saysWhatIsMissing() {
    assertEquals(2, run("describe", "--path", ""));
    assertTrue(
        err.toString().startsWith("cifar10 needs --path or CIFAR10_DIR, but neither is set;"));
  }

  @Test
  void describe_cifar10WithoutVariable_saysTheSame() {
    assumeTrue(System.getenv("CIFAR10_DIR") == null, "CIFAR10_DIR is set");
    assertEquals(2, run("describe"));
    assertTrue(
        err.toString().startsWith("cifar10 needs --path or CIFAR10_DIR, but neither is set;"));
  }

  @Test
  void describe_anotherSourceWithoutPath_isNotToldToFetchIt() {
    assertEquals(2, run("describe", "idx"));
    assertTrue(err.toString().startsWith("idx needs --path\n"), err.toString());
  }

  @Test
  void describe_conf_describesItsData() {
    assertEquals(0, run("describe", "../conf/quickstart.conf"));
    assertTrue(out.toString().contains("test              2,000\n"), out.toString());
  }

  @Test
  void describe_unknownSource_namesTheKnown() {
    assertEquals(2, run("describe", "mnist"));
    assertTrue(
        err.toString()
            .startsWith(
                "SOURCE must be known, but was mnist: known are cifar10, cifar100, synthetic,"));
  }

  private int run(String... arguments) {
    return new CommandLine(new DataCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
