package dev.sieve.driver.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Packs of one stage that wait for their results.
 *
 * @param divisible whether trials may be taken out of their packs without changing a bit
 */
record PackJob(PackTask task, List<Pack> packs, boolean divisible) {
  /** What Spark says of a job that it gave up because of one task. */
  private static final Pattern GIVEN_UP =
      Pattern.compile("Task (\\d+) in stage [\\d.]+ failed \\d+ times");

  PackJob {
    packs = List.copyOf(packs);
  }

  /** Returns the pack for which Spark gave up this job with {@code error}, if it says so. */
  Optional<Pack> blamed(Throwable error) {
    Matcher message = GIVEN_UP.matcher(String.valueOf(error == null ? null : error.getMessage()));
    return message.find()
        ? Optional.of(packs.get(Integer.parseInt(message.group(1))))
        : Optional.empty();
  }

  /** Returns a job for each pack, where possible for each trial. */
  Stream<PackJob> apart() {
    Stream<Pack> parts =
        divisible
            ? packs.stream().flatMap(pack -> pack.trials().stream().map(t -> new Pack(List.of(t))))
            : packs.stream();
    return parts.map(pack -> of(List.of(pack)));
  }

  /** Returns the same job for some of its packs. */
  PackJob of(List<Pack> some) {
    return new PackJob(task, some, divisible);
  }
}
