package dev.sieve.driver.cli.forecast;

import com.sun.management.OperatingSystemMXBean;
import dev.sieve.Texts;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.forecast.Machines;
import dev.sieve.driver.forecast.Memory;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory of machines, as Spark's options have it: {@code 8g}, {@code 1280m}. */
final class MachineMemory {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8})([mgt])");
  private static final String UNITS = "mgt";
  private static final long MEGABYTE = 1 << 20;

  /** Steps of what is recommended. */
  private static final long STEP = 256 * MEGABYTE;

  private static final long LEAST = 1024 * MEGABYTE;

  private MachineMemory() {}

  /** Returns the bytes of this machine; of another one's {@code executors}, any number. */
  static long here(boolean executors) {
    return !executors
            && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Long.MAX_VALUE;
  }

  /**
   * Returns the bytes that {@code text} says.
   *
   * @throws UserError where it is no size
   */
  static long of(String text) {
    Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw new UserError("--memory", "must be a size such as 8g or 1280m", text);
    }
    return Long.parseLong(size.group(1)) << (20 + 10 * UNITS.indexOf(size.group(2)));
  }

  /** Returns what to give to Spark for so many bytes. */
  static String option(long bytes) {
    long rounded = Math.max(LEAST, (bytes + STEP - 1) / STEP * STEP);
    return rounded % LEAST == 0 ? (rounded / LEAST) + "g" : (rounded / MEGABYTE) + "m";
  }

  /** Returns {@code bytes} in megabytes: {@code 670 MB}. */
  static String shown(long bytes) {
    return (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
  }

  /**
   * Refuses a search that needs more than {@code there}.
   *
   * @throws UserError with the arithmetic
   */
  static void check(Memory need, Machines machines, long there) {
    if (need.ofMachine() > there) {
      throw new UserError(
          Texts.format(
              "the search must fit into the memory of a machine, but needs up to %s, and there are %s: data %s, twice; packs of %d cores %s; results %s; Spark 350 MB; and room for the collector. Fewer cores, smaller batches or packing.size need less",
              shown(need.ofMachine()),
              shown(there),
              shown(need.data()),
              machines.executors().coresOfEach(),
              shown(need.packs()),
              shown(need.results())));
    }
  }
}
