/** Commands that measure: how fast this machine trains, and how good samplers are. */
package dev.sieve.driver.cli.bench;
