/**
 * Conf files: HOCON text in, immutable records out, every mistake named with file, line, key, rule
 * and value. Defaults stand in {@code reference.conf} alone, which is also the manual. Imports the
 * worker library and Typesafe Config; knows no Spark.
 */
package dev.sieve.driver.conf;
