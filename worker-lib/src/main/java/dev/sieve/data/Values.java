package dev.sieve.data;

import java.io.Serializable;

/**
 * The values of some examples in their compact form, as they are broadcast: {@link ByteValues} or
 * {@link FloatValues}. Bulk, never compared; the arrays are shared, and nobody writes to them.
 *
 * <p>Examples lie one after the other in blocks, each of them whole in one block. A reader asks for
 * the block of an example and its place in that block, once per example, and then goes over an
 * array: so there may be more than 2³¹ values, and no call per value.
 */
public sealed interface Values extends Serializable permits ByteValues, FloatValues {

  /** Returns the number of values d of each example. */
  int width();

  /** Returns the number of examples. */
  int count();
}
