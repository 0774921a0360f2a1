package dev.sieve.trial;

import static dev.sieve.Checks.check;

import java.io.Serializable;

/**
 * How trials are put together into packs.
 *
 * @param size most trials of one pack
 * @param fixed whether packs are always filled up to {@code size}, whatever the cluster; otherwise
 *     they are as many as keep all cores busy, where that changes no bit of any result
 */
public record Packing(int size, boolean fixed) implements Serializable {
  public Packing {
    check(1 <= size && size <= 256, "pack size must be 1 to 256, but was %d", size);
  }
}
