package dev.sieve.driver.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.Checkout;
import dev.sieve.driver.harness.SieveProcess;
import dev.sieve.driver.harness.SieveProcess.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run directory and data on a real HDFS: one NameNode, one DataNode. */
@Tag("faults")
class HdfsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int RECORD = 1 + 3072;
  private static final int RECORDS = 10_000;
  private static final List<String> FILES =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          "test_batch.bin");

  private static final String CONF =
      """
      search {
        data { source = cifar10, path = "%s", train = 500, validation = 100 }
        training { hidden = [12], batch-size = 50, epochs = 40, schedule.type = constant }
        stages = [coarse, fine]
        stage.coarse { sampler = random, trials = 8, space.l2 { log-uniform = [1e-5, 1e-2] } }
        stage.fine { sampler = random, trials = 4, narrow { from = coarse, best = 3 } }
      }
      """;

  @TempDir static Path folder;
  private static MiniDFSCluster hdfs;
  private static FileSystem files;
  private static Path conf;

  @BeforeAll
  static void start() throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    hdfs = new MiniDFSCluster.Builder(hadoop).numDataNodes(1).build();
    hdfs.waitActive();
    files = hdfs.getFileSystem();
    for (String file : FILES) {
      writeImages(file);
    }
    conf = Files.writeString(folder.resolve("hdfs.conf"), CONF.formatted(uri("/data")));
    Result whole = SieveProcess.run(arguments(folder.resolve("whole").toString()));
    assertEquals(0, whole.exit(), whole.stderr());
  }

  @AfterAll
  static void stop() {
    if (hdfs != null) {
      hdfs.shutdown();
    }
  }

  @Test
  void killedDriver_isReplaced_andItsSecondRefused() throws IOException {
    try (SieveProcess first = start("/killed")) {
      first.await("pack", () -> packs("/killed") > 0, PATIENCE);
      first.suspend();
      Result second = SieveProcess.run(arguments(uri("/killed")));
      assertEquals(2, second.exit(), second.stderr());
      assertTrue(second.stderr().contains("in use by process " + first.pid()), second.stderr());
      first.kill();
      first.finish(PATIENCE);
    }
    Result again = SieveProcess.run(arguments(uri("/killed")));
    assertEquals(0, again.exit(), again.stderr());
    assertTrue(again.stderr().contains("are finished already"), again.stderr());
    assertSame("/killed");
    assertFalse(files.exists(new org.apache.hadoop.fs.Path("/killed/.lock")));
    Counts.note("1 kill of a driver on HDFS");
  }

  @Test
  void restartedDataNode_isWaitedFor() throws IOException {
    try (SieveProcess sieve = start("/restarted")) {
      sieve.await("pack", () -> packs("/restarted") > 0, PATIENCE);
      MiniDFSCluster.DataNodeProperties stopped = hdfs.stopDataNode(0);
      sieve.awaitStderr("could only be written to 0 of the 1", PATIENCE);
      assertTrue(hdfs.restartDataNode(stopped, true), "the DataNode does not start again");
      hdfs.waitActive();
      Result result = sieve.finish(PATIENCE);
      assertEquals(0, result.exit(), result.stderr());
    }
    assertSame("/restarted");
    Counts.note("1 restart of HDFS's only DataNode");
  }

  private static SieveProcess start(String run) {
    return SieveProcess.start(Checkout.root(), Map.of(), arguments(uri(run)));
  }

  private static String[] arguments(String out) {
    List<String> arguments = new ArrayList<>(List.of("search", conf.toString(), "--out", out));
    arguments.addAll(List.of("--master=local[1,4]", "--no-export", "--set", "packing.size=1"));
    return arguments.toArray(String[]::new);
  }

  private static String uri(String path) {
    return hdfs.getURI() + path;
  }

  private static int packs(String run) {
    try {
      org.apache.hadoop.fs.Path journal = new org.apache.hadoop.fs.Path(run, "journal");
      return files.exists(journal)
          ? files.listStatus(journal, path -> path.getName().endsWith(".jsonl")).length
          : 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertSame(String run) throws IOException {
    for (String table : List.of("trials.csv", "curves.csv")) {
      try (FSDataInputStream in = files.open(new org.apache.hadoop.fs.Path(run, table))) {
        assertEquals(
            Files.readString(folder.resolve("whole").resolve(table)),
            new String(in.readAllBytes(), StandardCharsets.UTF_8),
            table);
      }
    }
  }

  /** Writes a file of CIFAR-10's size and form, with noise in the place of pictures. */
  private static void writeImages(String name) throws IOException {
    byte[] bytes = new byte[RECORD * RECORDS];
    int state = name.hashCode();
    for (int i = 0; i < bytes.length; i++) {
      state = state * 1664525 + 1013904223;
      bytes[i] = i % RECORD == 0 ? (byte) (i / RECORD % 10) : (byte) (state >> 24);
    }
    try (FSDataOutputStream out = files.create(new org.apache.hadoop.fs.Path("/data", name))) {
      out.write(bytes);
    }
  }
}
