/**
 * Questions in SQL to the tables of runs, which are only read: which runs, what may be asked, and
 * what becomes of the answer. Imports {@code run} and {@code error} of the driver.
 */
package dev.sieve.driver.sql;
