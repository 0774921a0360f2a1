/**
 * Turns run directories into a report, figures and a notebook. Starts no Spark: the run directory
 * is the whole contract with the driver.
 *
 * <pre>
 *   cli → report → page, notebook → draw → figure → run
 * </pre>
 */
package dev.sieve.export;
