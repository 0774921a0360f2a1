/**
 * What a conf can be asked before its search, of its first network and on this machine alone: are
 * the gradients right, does it learn a few images by heart, which η does it bear. Imports {@code
 * plan}, {@code conf} and {@code error} of the driver; knows no Spark and no run directory.
 */
package dev.sieve.driver.check;
