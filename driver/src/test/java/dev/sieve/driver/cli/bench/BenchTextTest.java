package dev.sieve.driver.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.bench.Speed;
import dev.sieve.bench.Work;
import dev.sieve.engine.netlib.NetlibLibrary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchTextTest {
  /** Own kernels at 10 GFLOP/s each, netlib as given, for packs of 1, 2, … networks. */
  private static List<Measured> against(double... netlib) {
    return Stream.iterate(0, k -> k < netlib.length, k -> k + 1)
        .map(k -> new Measured(speed(k + 1, 10), Optional.of(speed(k + 1, netlib[k]))))
        .toList();
  }

  private static Speed speed(int networks, double gigaflops) {
    return new Speed(new Work(20, List.of(50), networks), 1, 1, 100, 1, gigaflops);
  }

  @Test
  void verdict_saysWhereTheOwnKernelsAreFaster() {
    assertEquals(
        "engine = sieve is faster here in 2 of 3 measurements: 1.25 times as fast by the median,"
            + " 0.50 at least (hidden 50, K 1, packs 1, cores 1),"
            + " 2.00 at most (hidden 50, K 2, packs 1, cores 1)%n".formatted(),
        BenchText.verdict(against(20, 5, 8), NetlibLibrary.BUNDLED));
  }

  @Test
  void verdict_saysWhereNetlibIsFaster() {
    assertEquals(
        "engine = netlib with library = vector is faster here in 2 of 3 measurements: 1.25 times as"
            + " fast by the median, 0.50 at least (hidden 50, K 1, packs 1, cores 1),"
            + " 2.00 at most (hidden 50, K 2, packs 1, cores 1)%n".formatted(),
        BenchText.verdict(against(5, 20, 12.5), NetlibLibrary.VECTOR));
  }
}
