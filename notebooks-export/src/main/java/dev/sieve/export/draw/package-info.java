/**
 * Draws figures without a browser: the scripts of {@code charts} and Apache ECharts in a JavaScript
 * engine on the JVM make SVG, JSVG makes PNG of it. Imports {@code figure} and {@code format}.
 */
package dev.sieve.export.draw;
