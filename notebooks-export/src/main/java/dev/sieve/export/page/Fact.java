package dev.sieve.export.page;

/** A name and its value. */
record Fact(String name, String value) {}
