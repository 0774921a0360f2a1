/** Everything is killed, torn and flooded here, and nothing may be lost. */
package dev.sieve.driver.faults;
