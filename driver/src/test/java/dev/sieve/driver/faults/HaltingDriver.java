package dev.sieve.driver.faults;

import dev.sieve.driver.cli.Sieve;
import dev.sieve.driver.harness.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;

/** The command {@code sieve} in a JVM of its own, on the test class path, whose end is set. */
public final class HaltingDriver {
  private HaltingDriver() {}

  /** Runs the command, and says how many files it has put in place. */
  public static void main(String[] args) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> System.out.println("placed " + HaltingFileSystem.placed())));
    Sieve.main(args);
  }

  /** How it ended, and what it said. */
  record Result(int exit, String output) {
    int placed() {
      String after = output.substring(output.lastIndexOf("placed ") + "placed ".length());
      return Integer.parseInt(after.strip());
    }
  }

  /**
   * Runs {@code search CONF --out halt:RUN}.
   *
   * @param haltAt the file at which it dies; 0 for none
   */
  static Result search(Path conf, Path run, int haltAt, boolean before, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC"));
    command.add("-D" + HaltingFileSystem.AT + "=" + haltAt);
    command.add("-D" + HaltingFileSystem.BEFORE + "=" + before);
    command.add("-Dspark.master=local[1,4]");
    command.add("-Dspark.driver.host=127.0.0.1");
    command.add("-Dspark.driver.bindAddress=127.0.0.1");
    command.add("-Dspark.hadoop.fs.halt.impl=" + HaltingFileSystem.class.getName());
    command.add(
        "-Dspark.hadoop.fs.AbstractFileSystem.halt.impl="
            + HaltingFileSystem.Context.class.getName());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(HaltingDriver.class.getName());
    command.addAll(List.of("search", conf.toString(), "--out", "halt:" + run));
    command.addAll(List.of(options));
    return run(command);
  }

  private static Result run(List<String> command) {
    Path folder = Scratch.folder();
    try {
      Path output = folder.resolve("output");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("ran for two minutes: " + Files.readString(output));
      }
      return new Result(process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    } finally {
      Scratch.delete(folder);
    }
  }
}
