/**
 * Commands that look at the first network of a conf before a search: its gradients, its learning
 * rate, whether it can memorize. On this machine, without Spark.
 */
package dev.sieve.driver.cli.network;
