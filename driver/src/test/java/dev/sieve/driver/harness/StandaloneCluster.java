package dev.sieve.driver.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A real Spark cluster on loopback: one master and its workers, each a process with one core, from
 * the Spark home that the build assembles. The master keeps what it knows in a folder, and can be
 * started again. Closing it stops what it started and nothing else.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern LEADS = Pattern.compile("New state: ALIVE");
  private static final Pattern RECOVERED =
      Pattern.compile("Recovery complete .*resuming operations");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

  /**
   * After how many seconds a worker is given up, and a search that does not answer a master that
   * comes back; workers send a heartbeat four times in that.
   */
  private static final String SILENCE = "-Dspark.worker.timeout=15";

  private final Path folder;
  private final List<Process> workers = new ArrayList<>();
  private int started; // workers, those that were killed among them
  private Process masterProcess;
  private String master;

  private StandaloneCluster(Path folder) {
    this.folder = folder;
  }

  /** Returns a cluster whose {@code workers} have all registered. */
  public static StandaloneCluster start(int workers) {
    StandaloneCluster cluster = new StandaloneCluster(Scratch.folder());
    try {
      cluster.startMaster();
      cluster.startWorkers(workers);
      return cluster;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** Returns the {@code spark://} address. */
  public String master() {
    return master;
  }

  /** Returns the process of each worker. Its children are the executors that it runs. */
  public List<Process> workers() {
    return List.copyOf(workers);
  }

  /** Returns the master's process. */
  public Process masterProcess() {
    return masterProcess;
  }

  /** Ends a worker as a power cut does, and the executors that it ran. */
  public void killWorker() {
    List<ProcessHandle> family =
        Stream.concat(Stream.of(workers.get(0).toHandle()), workers.get(0).descendants()).toList();
    family.forEach(process -> Signal.KILL.send(process.pid()));
    family.forEach(StandaloneCluster::end);
    workers.remove(0);
  }

  /** Starts a worker in the place of one that was killed; returns when it is registered. */
  public void replaceWorker() {
    startWorkers(1);
  }

  /** Ends the master as a power cut does. */
  public void killMaster() {
    Signal.KILL.send(masterProcess.pid());
    end(masterProcess.toHandle());
  }

  /** Starts the master again where it was; returns when it knows again what it knew. */
  public void restartMaster() {
    Output log = new Output(folder.resolve("master-again.log"));
    masterProcess = launchMaster(log, master.substring(master.lastIndexOf(':') + 1));
    log.await(RECOVERED, masterProcess, PATIENCE);
  }

  /** Returns the executors that run now, on whatever worker. */
  public List<ProcessHandle> executors() {
    return workers.stream().flatMap(Process::descendants).toList();
  }

  private void startMaster() {
    Output log = new Output(folder.resolve("master.log"));
    masterProcess = launchMaster(log, "0");
    master = log.await(MASTER, masterProcess, PATIENCE).group(1);
    log.await(LEADS, masterProcess, PATIENCE);
  }

  private Process launchMaster(Output log, String port) {
    return launch(
        log,
        LOOPBACK,
        List.of(
            SILENCE,
            "-Dspark.deploy.recoveryMode=FILESYSTEM",
            "-Dspark.deploy.recoveryDirectory=" + folder.resolve("recovery")),
        "org.apache.spark.deploy.master.Master",
        "--port",
        port,
        "--webui-port",
        "0");
  }

  private void startWorkers(int count) {
    List<Output> logs = new ArrayList<>();
    int before = workers.size();
    for (int i = 0; i < count; i++) {
      int number = started++;
      String name = "worker-" + number;
      Output log = new Output(folder.resolve(name + ".log"));
      logs.add(log);
      workers.add(startWorker(log, host(number), folder.resolve(name)));
    }
    for (int i = 0; i < count; i++) {
      logs.get(i).await(REGISTERED, workers.get(before + i), PATIENCE);
    }
  }

  /**
   * Returns an address of this machine. On Linux, where all of 127.0.0.0/8 is, workers have
   * different ones: Spark makes speculative copies on other hosts only.
   */
  private static String host(int worker) {
    return System.getProperty("os.name").equals("Linux") ? "127.0.0." + (1 + worker) : LOOPBACK;
  }

  private Process startWorker(Output log, String host, Path work) {
    return launch(
        log,
        host,
        List.of(SILENCE),
        "org.apache.spark.deploy.worker.Worker",
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "2g",
        "--work-dir",
        work.toString(),
        master);
  }

  private static Process launch(
      Output log, String host, List<String> properties, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(properties);
    command.addAll(List.of("-cp", Checkout.sparkHome().resolve("jars") + "/*", main));
    command.addAll(List.of("--host", host));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.file().toFile());
    builder.environment().put("SPARK_HOME", Checkout.sparkHome().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", host);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> executors = executors();
    List<ProcessHandle> started =
        Stream.concat(workers.stream(), Stream.ofNullable(masterProcess))
            .map(Process::toHandle)
            .toList();
    started.forEach(ProcessHandle::destroy);
    Stream.concat(started.stream(), executors.stream()).forEach(StandaloneCluster::end);
    Scratch.delete(folder);
  }

  /** Waits for the end of a process that was asked to stop, and enforces it after ten seconds. */
  private static void end(ProcessHandle process) {
    process
        .onExit()
        .completeOnTimeout(process, 10, TimeUnit.SECONDS)
        .thenAccept(ProcessHandle::destroyForcibly)
        .join();
  }
}
