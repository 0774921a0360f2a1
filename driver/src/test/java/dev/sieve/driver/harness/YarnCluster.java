package dev.sieve.driver.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.exceptions.YarnException;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * A real YARN and a real HDFS in this JVM; containers are processes of their own. Closing it stops
 * both.
 */
public final class YarnCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final MiniDFSCluster hdfs;
  private final MiniYARNCluster yarn;
  private final YarnClient client;

  private YarnCluster(Path folder, MiniDFSCluster hdfs, MiniYARNCluster yarn) {
    this.folder = folder;
    this.hdfs = hdfs;
    this.yarn = yarn;
    this.client = YarnClient.createYarnClient();
    client.init(yarn.getConfig());
    client.start();
  }

  /** Returns a cluster of {@code nodes} node managers, all of them ready. */
  public static YarnCluster start(int nodes) throws IOException {
    Path folder = Scratch.folder();
    Configuration hadoop = new Configuration();
    hadoop.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    MiniDFSCluster hdfs = new MiniDFSCluster.Builder(hadoop).numDataNodes(1).build();
    hdfs.waitActive();
    MiniYARNCluster yarn = new MiniYARNCluster("sieve", nodes, 1, 1);
    yarn.init(settings(hdfs.getURI().toString(), folder));
    yarn.start();
    try {
      if (!yarn.waitForNodeManagersToConnect(60_000)) {
        throw new AssertionError("no node manager came");
      }
    } catch (YarnException | InterruptedException e) {
      throw new AssertionError("YARN did not start", e);
    }
    YarnCluster cluster = new YarnCluster(folder, hdfs, yarn);
    cluster.writeSites();
    return cluster;
  }

  private static YarnConfiguration settings(String files, Path folder) {
    YarnConfiguration yarn = new YarnConfiguration();
    yarn.set("fs.defaultFS", files);
    yarn.set("yarn.scheduler.capacity.root.queues", "default");
    yarn.set("yarn.scheduler.capacity.root.default.capacity", "100");
    yarn.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1");
    yarn.set("yarn.scheduler.minimum-allocation-mb", "256");
    yarn.set("yarn.minicluster.yarn.nodemanager.resource.memory-mb", "6144");
    yarn.set("yarn.nodemanager.vmem-check-enabled", "false");
    yarn.set("yarn.nodemanager.pmem-check-enabled", "false");
    yarn.set("yarn.nodemanager.admin-env", "JAVA_HOME=" + System.getProperty("java.home"));
    yarn.set("yarn.nodemanager.disk-health-checker.enable", "false");
    yarn.set("yarn.nodemanager.delete.debug-delay-sec", "600"); // a failed test wants to see logs
    yarn.set("yarn.application.classpath", "nowhere");
    yarn.set("hadoop.tmp.dir", folder.resolve("tmp").toString());
    return yarn;
  }

  private void writeSites() throws IOException {
    Path sites = Files.createDirectories(folder.resolve("conf"));
    for (String name : List.of("core-site.xml", "yarn-site.xml")) {
      try (OutputStream out = Files.newOutputStream(sites.resolve(name))) {
        yarn.getConfig().writeXml(out);
      }
    }
  }

  /** Returns the variables by which a command finds the cluster. */
  public Map<String, String> environment() {
    return Map.of("HADOOP_CONF_DIR", folder.resolve("conf").toString());
  }

  /** Returns the URI of {@code path} on the cluster's HDFS. */
  public String uri(String path) {
    return hdfs.getURI() + path;
  }

  /** Returns the cluster's HDFS. */
  public FileSystem files() {
    try {
      return hdfs.getFileSystem();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns YARN itself. */
  public MiniYARNCluster yarn() {
    return yarn;
  }

  /** Returns what YARN knows of all applications so far, the latest last. */
  public List<ApplicationReport> applications() {
    try {
      return client.getApplications().stream()
          .sorted((a, b) -> a.getApplicationId().compareTo(b.getApplicationId()))
          .toList();
    } catch (IOException | YarnException e) {
      throw new AssertionError("YARN does not answer", e);
    }
  }

  /**
   * Returns how the latest application ended. In client mode the command may be back before its
   * application master has said so.
   */
  public FinalApplicationStatus lastStatus() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      List<ApplicationReport> all = applications();
      FinalApplicationStatus status = all.get(all.size() - 1).getFinalApplicationStatus();
      if (status != FinalApplicationStatus.UNDEFINED) {
        return status;
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("the application has no end after " + PATIENCE);
  }

  /** Returns the JVMs of containers that run now, whose command line holds {@code main}. */
  public static List<ProcessHandle> containers(String main) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains(main))
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .toList();
  }

  /** Returns all that containers have written to their stderr. */
  public String logs() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(yarn.getTestWorkDir().toPath())) {
      for (Path file : files.filter(path -> path.endsWith("stderr")).sorted().toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    client.stop();
    yarn.stop();
    hdfs.shutdown();
    Scratch.delete(folder);
  }
}
