/** Encoded images on their way to become examples. Imports nothing else of the driver. */
package dev.sieve.driver.source.image;
