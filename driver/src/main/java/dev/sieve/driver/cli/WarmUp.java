package dev.sieve.driver.cli;

import dev.sieve.driver.spark.SparkStart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;

/**
 * Does in small what every search does with Spark: a job, a table written and read. {@code
 * submit/sieve} runs it once, to learn which classes a start needs; on a cluster it shows that the
 * cluster works.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Runs a trivial job on Spark: shows that Spark works.")
final class WarmUp implements Callable<Integer> {

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SparkStart.session("warm-up")) {
      JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
      context.parallelize(List.of(1, 2), 2).count();
      if (spark.sparkContext().isLocal()) {
        writeAndRead(spark);
      }
    }
    return 0;
  }

  private static void writeAndRead(SparkSession spark) throws IOException {
    Path folder = Files.createTempDirectory("sieve-warm-up");
    try {
      writeAndRead(spark, folder.resolve("table").toUri().toString());
    } finally {
      delete(folder);
    }
  }

  private static void writeAndRead(SparkSession spark, String table) {
    spark.range(3).selectExpr("id", "id / 2 as half").coalesce(1).write().parquet(table);
    spark.read().parquet(table).orderBy("half").collectAsList();
    spark.range(3).coalesce(1).write().option("header", true).csv(table + "-csv");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
