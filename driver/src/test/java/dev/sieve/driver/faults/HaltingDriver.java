package dev.sieve.driver.faults;

import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SmallSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/** The command as users run it, on the file system in which it dies at the file that is wanted. */
record HaltingDriver(SmallSearch search, Path jar) {
  private static final Pattern PLACED = Pattern.compile("placed (\\d+)");

  /** Where it dies: at the {@code k}-th file that it puts in place, before or after that. */
  record Halt(int k, boolean before) {
    static final Halt NEVER = new Halt(0, false);
  }

  /** Returns that of {@code search}, with the file system in a jar beside the conf file. */
  static HaltingDriver of(SmallSearch search) {
    Path jar = search.run("halting.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> part : List.of(HaltingFileSystem.class, HaltingFileSystem.Context.class)) {
        String file = part.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(file));
        try (InputStream in = part.getClassLoader().getResourceAsStream(file)) {
          in.transferTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new HaltingDriver(search, jar);
  }

  /** Runs the search into the run directory {@code run}, until {@code halt} if not to its end. */
  SieveProcess.Result run(String run, Halt halt) {
    return SieveProcess.run(
        "search",
        search.conf().toString(),
        "--no-export",
        "--master=local[1,4]",
        "--out=halt:" + search.run(run),
        "--jars=" + jar,
        "--conf=spark.hadoop.fs.halt.impl=" + HaltingFileSystem.class.getName(),
        "--conf=spark.hadoop.fs.AbstractFileSystem.halt.impl="
            + HaltingFileSystem.Context.class.getName(),
        "--conf=spark.driver.extraJavaOptions=-D%s=%d -D%s=%s"
            .formatted(HaltingFileSystem.AT, halt.k, HaltingFileSystem.BEFORE, halt.before));
  }

  /** Returns how many files a command has put in place, which ended by itself. */
  static int placed(SieveProcess.Result result) {
    return PLACED
        .matcher(result.stdout())
        .results()
        .mapToInt(match -> Integer.parseInt(match.group(1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("it does not say how many: " + result));
  }
}
