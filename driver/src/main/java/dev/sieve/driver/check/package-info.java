/**
 * Checks of the first network of a conf before its search, on this machine alone: are the gradients
 * right, can it memorize a few images, which learning rates does it tolerate. Imports {@code plan},
 * {@code stage}, {@code conf} and {@code error} of the driver; knows no Spark and no run directory.
 */
package dev.sieve.driver.check;
