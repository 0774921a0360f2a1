package dev.sieve.driver.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.harness.SieveProcess.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A search of a few seconds, as a user runs it: a conf file in a folder, and run directories beside
 * it.
 *
 * @param conf the conf file
 */
public record SmallSearch(Path conf) {
  /**
   * Three stages, with packs of two batch sizes and networks of several widths: all that could
   * change bits with the packs.
   */
  public static final String CONF =
      """
      search {
        seed = 7
        data {
          source = synthetic
          train = 500
          validation = 100
          synthetic { train = 600, test = 200 }
        }
        training {
          hidden = [12]
          batch-size = 50
          epochs = 2
          schedule { type = triangular, eta-min = 1e-4, half-cycle = 10 }
        }
        stages = [coarse, fine, final]
        stage.coarse {
          sampler = random, trials = 8
          space {
            hidden = [[12], [7, 5]]
            batch-size = [10, 50]
            l2 { log-uniform = [1e-5, 1e-2] }
            schedule { eta-max { log-uniform = [0.01, 0.3] } }
          }
        }
        stage.fine {
          sampler = random, trials = 4
          narrow { from = coarse, best = 3, margin = 0.1 }
        }
        stage.final {
          data { train = 550, validation = 50 }
        }
      }
      """;

  /** Trials of all stages of {@link #CONF}. */
  public static final int TRIALS = 8 + 4 + 1;

  /** Returns the search {@link #CONF}, its file in {@code folder}. */
  public static SmallSearch in(Path folder) {
    return in(folder, CONF);
  }

  /** Returns the search {@code text}, its file in {@code folder}. */
  public static SmallSearch in(Path folder, String text) {
    try {
      return new SmallSearch(Files.writeString(folder.resolve("small.conf"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the run directory {@code name} beside the conf file, which need not exist. */
  public Path run(String name) {
    return conf.resolveSibling(name);
  }

  /** Runs the search into {@link #run}, which must succeed. */
  public Result succeed(String name, String... options) {
    Result result = SieveProcess.run(arguments(name, options));
    assertEquals(0, result.exit(), result.stderr());
    return result;
  }

  /** Runs the search into {@link #run} to its end, however that is. */
  public Result end(String name, String... options) {
    return SieveProcess.run(arguments(name, options));
  }

  /** Starts the search into {@link #run}. */
  public SieveProcess start(String name, String... options) {
    return SieveProcess.start(Checkout.root(), Map.of(), arguments(name, options));
  }

  private String[] arguments(String name, String... options) {
    List<String> arguments = new ArrayList<>(List.of("search", conf.toString(), "--no-export"));
    arguments.addAll(List.of("--out", run(name).toString()));
    if (List.of(options).stream().noneMatch(option -> option.startsWith("--master"))) {
      arguments.add("--master=local[2,4]");
    }
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  /** Fails unless both runs left the same bytes in the tables that no run may change. */
  public void assertSameTables(String expected, String actual) {
    for (String table : List.of("trials.csv", "curves.csv")) {
      assertEquals(read(expected, table), read(actual, table), table + " of " + actual);
    }
  }

  /** Returns how many packs the journal of the run {@code name} holds. */
  public int packsInJournal(String name) {
    Path journal = run(name).resolve("journal");
    if (!Files.exists(journal)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(journal)) {
      return (int) files.filter(file -> file.toString().endsWith(".jsonl")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of {@code file} in the run {@code name}. */
  public String read(String name, String file) {
    try {
      return Files.readString(run(name).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
