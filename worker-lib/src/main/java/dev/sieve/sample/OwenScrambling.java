package dev.sieve.sample;

/**
 * Nested uniform scrambling of one axis: Owen, "Randomly Permuted (t,m,s)-Nets and
 * (t,s)-Sequences", 1995. Each binary digit of a number is flipped or not, by a fair coin that
 * belongs to the digits in front of it. The coins are hashes, so that nothing is stored; Burley,
 * "Practical Hash-based Owen Scrambling", JCGT 9(4), 2020, does so with a cheaper hash.
 */
record OwenScrambling(long seed) {
  /** Digits of Commons Math's Sobol numbers. */
  private static final int DIGITS = 52;

  /** Odd, and not SplitMix64's own increment: neighbouring nodes get unrelated coins. */
  private static final long STRIDE = 0xD1342543DE82EF95L;

  /** Returns where the scrambling puts {@code u} of [0, 1): another number of [0, 1). */
  double apply(double u) {
    long digits = (long) (u * 0x1.0p52);
    long scrambled = 0;
    for (int digit = DIGITS - 1; digit >= 0; digit--) {
      long front = digits >>> (digit + 1);
      long node = (1L << (DIGITS - 1 - digit)) | front;
      long coin = new RandomStream(seed + node * STRIDE).nextLong() >>> 63;
      scrambled |= ((digits >>> digit & 1) ^ coin) << digit;
    }
    return scrambled * 0x1.0p-52;
  }
}
