/** Makes a whole report of one run or several, and puts it in its place at once. */
package dev.sieve.export.report;
