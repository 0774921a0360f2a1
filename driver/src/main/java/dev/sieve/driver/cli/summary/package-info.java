/**
 * What a search prints at its end: the best configurations, what pruning, races and confirmation
 * came to, the final model. Decides nothing and reads no file. Imports {@code search} and {@code
 * saving}, whose results it shows, {@code conf}, and the tables of {@code cli.show}.
 */
package dev.sieve.driver.cli.summary;
