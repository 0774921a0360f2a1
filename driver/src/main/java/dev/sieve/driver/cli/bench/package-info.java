/**
 * Commands that measure, and what they print: how fast this machine trains, how good samplers are.
 */
package dev.sieve.driver.cli.bench;
