package dev.sieve.driver.cluster;

import dev.sieve.driver.pack.Pack;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Packs with the same share that wait for their results. */
record PackJob(PackTask task, List<Pack> packs) {
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

  /** Returns a job for each trial. */
  Stream<PackJob> apart() {
    return packs.stream()
        .flatMap(pack -> pack.trials().stream())
        .map(trial -> of(List.of(new Pack(List.of(trial)))));
  }

  /** Returns the same job for some of its packs. */
  PackJob of(List<Pack> some) {
    return new PackJob(task, some);
  }
}
