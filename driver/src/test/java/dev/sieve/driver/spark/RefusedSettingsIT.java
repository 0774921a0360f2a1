package dev.sieve.driver.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.error.UserError;
import org.apache.spark.SparkConf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that Spark does not start with are the user's mistakes, in words. */
class RefusedSettingsIT {

  private static String refusal(String setting) {
    String[] keyAndValue = setting.split("=", 2);
    SparkConf conf =
        new SparkConf(false).setMaster("local[2,4]").set(keyAndValue[0], keyAndValue[1]);
    return assertThrows(UserError.class, () -> SparkStart.session("test", conf).stop())
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          spark.task.cpus=64              | spark.task.cpus must be at most the 2 cores of an executor, but was 64
          spark.task.cpus=many            | spark.task.cpus must be of type int, but was 'many'
          spark.task.cpus=0               | spark.task.cpus must be valid, but was '0': Number of cores to allocate for each task should be positive
          spark.ui.enabled=maybe          | spark.ui.enabled must be of type boolean, but was 'maybe'
          spark.network.timeout=x         | spark.network.timeout must be of type time in SECONDS, but was 'x'
          spark.network.timeout=1s        | The value of spark.network.timeout=1000ms must be greater than the value of spark.executor.heartbeatInterval=2000ms
          spark.memory.fraction=x         | spark.memory.fraction must be of type double, but was 'x'
          spark.memory.fraction=7         | Spark does not start: spark.memory.fraction should be between 0 and 1 (was '7.0').
          spark.executor.memory=x         | spark.executor.memory must be of type bytes in MiB, but was 'x'
          spark.executor.memory=100m      | --executor-memory must give Spark at least 450 MB, but gave 100
          spark.driver.port=22            | Spark does not start: startPort should be between 1024 and 65535 (inclusive), or 0 for a random free port.
          spark.scheduler.mode=NOPE       | spark.scheduler.mode must be valid, but was 'NOPE': It should be one of 'FAIR, FIFO, NONE'
          spark.extraListeners=no.Such    | Spark does not start: Exception when registering SparkListener: there is no class no.Such
          spark.files=/no/such.file       | Spark does not start: File file:/no/such.file does not exist
          spark.checkpoint.dir=hdfs://nohost.invalid/x | there is no host 'nohost.invalid'
          spark.locality.wait=x           | spark.locality.wait must be of type time in MILLISECONDS, but was 'x'
          spark.task.maxFailures=often    | spark.task.maxFailures must be of type int, but was 'often'
          spark.speculation=perhaps       | spark.speculation must be of type boolean, but was 'perhaps'
          spark.broadcast.blockSize=x     | spark.broadcast.blockSize must be of type bytes in KiB, but was 'x'
          spark.excludeOnFailure.timeout=x | spark.excludeOnFailure.timeout must be of type time in MILLISECONDS, but was 'x'
          spark.local.dir=/proc/x         | spark.local.dir must be a folder that can be written, but was '/proc/x'. SIEVE_CACHE names another
          """)
  void whatSparkRefuses_isSaid(String setting, String words) {
    assertEquals(words, refusal(setting));
  }

  /** Messages that nobody has looked at yet: no class names, no codes, one line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.executor.heartbeatInterval=10h",
        "spark.memory.offHeap.enabled=true",
        "spark.memory.offHeap.size=-1",
        "spark.executor.cores=0",
        "spark.driver.host=nohost.invalid",
        "spark.driver.bindAddress=1.2.3.4",
        "spark.blockManager.port=70000",
        "spark.port.maxRetries=x",
        "spark.eventLog.enabled=true",
        "spark.archives=/no/such.zip",
        "spark.plugins=no.such.Plugin",
        "spark.driver.resource.gpu.amount=1",
        "spark.rpc.message.maxSize=99999",
        "spark.shuffle.manager=nope",
        "spark.submit.deployMode=x",
        "spark.log.level=LOUD",
        "spark.kryoserializer.buffer.max=4g"
      })
  void anyRefusal_isASentence(String setting) {
    String words = refusal(setting);
    assertEquals(1, words.lines().count(), words);
    assertFalse(words.contains("SQLSTATE"), words);
    assertFalse(words.matches(".*(java|scala|apache)\\..*"), words);
    assertTrue(words.length() > 30, words);
  }
}
