package dev.sieve.driver.sql;

import dev.sieve.Texts;
import dev.sieve.driver.error.UserError;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import scala.jdk.javaapi.CollectionConverters;

/** A question that is asked, and nothing that is changed: runs are read-only to SQL. */
public final class Query {
  /** Spark's commands that only tell. */
  private static final Pattern TELLING = Pattern.compile("(Describe|Show|Explain).*");

  /** Runs any text as a statement, which is not known before. */
  private static final Pattern UNKNOWN = Pattern.compile(".*ExecuteImmediate.*");

  private Query() {}

  /**
   * Hands the answer to {@code query} to {@code reader}, or refuses the query in one line: what
   * writes, what cannot be read, what names no table or column, and what fails on its way, such as
   * a division by zero.
   */
  public static void ask(SparkSession spark, String query, Consumer<Dataset<Row>> reader) {
    try {
      refuseWriting(parsed(spark, query), query);
      reader.accept(spark.sql(query));
    } catch (AnalysisException e) {
      throw refusal(e);
    } catch (RuntimeException e) {
      throw e instanceof SparkThrowable known && isOfTheQuery(known.getSqlState()) ? refusal(e) : e;
    }
  }

  private static UserError refusal(Exception e) {
    return new UserError(
        e.getMessage()
            .lines()
            .filter(line -> !line.isBlank()) // a syntax error begins by an empty one
            .findFirst()
            .orElse("the query cannot be read"),
        e);
  }

  private static LogicalPlan parsed(SparkSession spark, String query) throws ParseException {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .sessionState()
        .sqlParser()
        .parsePlan(query);
  }

  private static void refuseWriting(LogicalPlan plan, String query) {
    if (!TELLING.matcher(plan.getClass().getSimpleName()).matches() && writes(plan)) {
      throw new UserError(
          Texts.format(
              "runs are read-only to SQL: the query must be a SELECT, DESCRIBE, SHOW or EXPLAIN, but was '%s'",
              query.strip()));
    }
  }

  private static boolean writes(LogicalPlan plan) {
    return plan instanceof Command
        || plan instanceof ParsedStatement
        || UNKNOWN.matcher(plan.getClass().getSimpleName()).matches()
        || CollectionConverters.asJava(plan.children()).stream().anyMatch(Query::writes);
  }

  /** Returns whether a state of the SQL standard is one of data (22) or of syntax (42). */
  private static boolean isOfTheQuery(String state) {
    return state != null && (state.startsWith("22") || state.startsWith("42"));
  }
}
