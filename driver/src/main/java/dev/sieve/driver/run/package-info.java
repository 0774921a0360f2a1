/**
 * The run directory: what a search leaves behind, and where it finds it again. Knows files and
 * tables, nothing of how trials are chosen or trained. Imports the worker library, {@code
 * dev.sieve.driver.error}, Hadoop and Spark SQL.
 */
package dev.sieve.driver.run;
