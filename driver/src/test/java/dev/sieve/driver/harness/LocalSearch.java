package dev.sieve.driver.harness;

import dev.sieve.data.DataSet;
import dev.sieve.driver.claim.RunClaim;
import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.conf.read.ConfFile;
import dev.sieve.driver.local.LocalExecutor;
import dev.sieve.driver.pack.PackExecutor;
import dev.sieve.driver.reuse.EarlierRun;
import dev.sieve.driver.reuse.Foreseen;
import dev.sieve.driver.reuse.LearnedRuns;
import dev.sieve.driver.reuse.Reuse;
import dev.sieve.driver.reuse.ReusedRuns;
import dev.sieve.driver.run.Provenance;
import dev.sieve.driver.run.RunDirectory;
import dev.sieve.driver.run.RunLock;
import dev.sieve.driver.search.Reporter;
import dev.sieve.driver.search.Search;
import dev.sieve.trial.Execution;
import dev.sieve.trial.Trial;
import dev.sieve.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * A whole search in this JVM, as the command would run it, its run directories in memory: a few
 * milliseconds of tiny networks.
 */
public final class LocalSearch {
  private static final Configuration HADOOP = MemoryFileSystem.configuration();

  /** Images that every search of 40 training and 20 validation images can share. */
  public static final DataSet IMAGES = TinyImages.generate(60, 20, 1);

  private final SearchConf conf;
  private final DataSet data;
  private final String fingerprint;
  private final List<String> heard = new ArrayList<>();
  private final List<String> moved = new ArrayList<>();

  private LocalSearch(SearchConf conf, DataSet data) {
    this.conf = conf;
    this.data = data;
    this.fingerprint = data.fingerprint();
  }

  /** Returns the search with these stages and settings, over {@link #IMAGES}. */
  public static LocalSearch of(String stages, String... settings) {
    String text =
        """
        search {
          data { source = synthetic, train = 40, validation = 20, synthetic { train = 60, test = 20 } }
          training { hidden = [3], batch-size = 10, epochs = 1, schedule.type = constant }
        %s
        }
        """
            .formatted(stages);
    return new LocalSearch(ConfFile.parse(text, "x.conf", List.of(settings), Map.of()), IMAGES);
  }

  /** Returns the search that the conf {@code text} describes, over {@code data}. */
  public static LocalSearch over(DataSet data, String text) {
    return new LocalSearch(ConfFile.parse(text, "x.conf", List.of(), Map.of()), data);
  }

  /**
   * Returns this search, but its samplers learn from {@code runs}; to be run in {@code name}, where
   * it may have begun.
   */
  public LocalSearch learning(String name, String... runs) {
    List<RunDirectory> others = Stream.of(runs).map(LocalSearch::directory).toList();
    return new LocalSearch(LearnedRuns.teach(conf, others, directory(name), false), data);
  }

  /** Returns an executor of this JVM with {@code cores}. */
  public static PackExecutor executor(int cores) {
    return executor(IMAGES, cores);
  }

  /** Returns one that has {@code data}. */
  public static PackExecutor executor(DataSet data, int cores) {
    return new LocalExecutor(data, cores, HADOOP);
  }

  public SearchConf conf() {
    return conf;
  }

  /** Returns the run directory {@code name}, which need not exist. */
  public static RunDirectory directory(String name) {
    return RunDirectory.at("mem:/" + name, HADOOP);
  }

  /**
   * Runs the search into the run directory {@code name}, or continues it there, as the command
   * does.
   *
   * @param reused names of run directories whose trials are taken over
   */
  public Search.Outcome run(String name, PackExecutor executor, String... reused) {
    heard.clear();
    moved.clear();
    RunDirectory run = directory(name);
    List<RunDirectory> others = Stream.of(reused).map(LocalSearch::directory).toList();
    boolean changed = RunClaim.isChanged(run, conf, data, fingerprint);
    others.forEach(other -> RunClaim.checkReused(other, conf, data, fingerprint));
    if (changed) {
      ReusedRuns.makeWay(run);
    }
    try (RunLock lock = RunClaim.lock(run, conf, fingerprint)) {
      run.sweep();
      run.folder().write(RunDirectory.CONF, conf.resolved());
      Provenance provenance = RunClaim.provenance(run, conf, fingerprint, "test", heard::add);
      ReusedRuns runs = ReusedRuns.of(run, others, HADOOP, heard::add).on(provenance.platform());
      return new Search(
              conf,
              data,
              run,
              lock,
              executor,
              runs.record(provenance),
              runs.reuse(conf, data, fingerprint),
              HADOOP,
              new Listener())
          .run();
    }
  }

  /** Returns what the run directories {@code runs} tell of this search before it runs. */
  public Foreseen foreseen(String... runs) {
    List<EarlierRun> opened =
        Stream.of(runs).map(run -> EarlierRun.open(directory(run), heard::add)).toList();
    return Foreseen.of(conf, data, Reuse.of(conf, data, fingerprint, opened));
  }

  /** Returns what the last run told its user: rounds as they began, and warnings. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  /** Returns what the last run said of bounds that moved. */
  public List<String> moved() {
    return List.copyOf(moved);
  }

  /** Returns the tables of {@code name} that no run may change, by file. */
  public static Map<String, String> tables(String name) {
    Map<String, String> tables = new TreeMap<>(MemoryFileSystem.texts("/" + name));
    tables.keySet().removeIf(file -> !file.endsWith(".csv") || file.equals("executions.csv"));
    return tables;
  }

  private final class Listener implements Reporter {
    @Override
    public void roundsBegin(
        List<String> stages, List<Trial> trials, List<TrialResult> known, long trialEpochs) {
      heard.add("%s: %d of %d known".formatted(stages, known.size(), trials.size()));
    }

    @Override
    public void trialEnded(TrialResult result, Execution execution) {}

    @Override
    public void progressed(long trialEpochs) {}

    @Override
    public void roundsEnd() {}

    @Override
    public void moved(String stage, String why) {
      moved.add(stage + ": " + why);
    }

    @Override
    public void tell(String message) {
      heard.add(message);
    }

    @Override
    public void warn(String message) {
      heard.add(message);
    }
  }
}
