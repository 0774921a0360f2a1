/**
 * What stands in front of the parser of confs: their encoding, and what they include. Imports
 * nothing.
 */
package dev.sieve.driver.conf.text;
