package dev.sieve.train;

import dev.sieve.engine.netlib.NetlibEngine;
import dev.sieve.engine.netlib.NetlibLibrary;
import dev.sieve.team.Cores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole trainings by a BLAS. In a JVM without other tests: where two engines have run, neither is
 * inlined any more, and steps allocate.
 */
@Tag("own-jvm")
class NetlibTrainingTest {
  private static final int INPUTS = 3072;

  @ParameterizedTest
  @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void training_agreesWithTheOwnKernels(NetlibLibrary library) {
    EngineTest.assertAgrees(new NetlibEngine(library, ""));
  }

  /** A BLAS may add in any order, but in the same one for every column of a matrix. */
  @ParameterizedTest
  @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void pack_equalsItsMembersAlone(NetlibLibrary library) {
    PackIdentityTest.assertPackEqualsMembers(
        PackIdentityTest.manyShapes(),
        TestData.of(INPUTS, 80),
        new NetlibEngine(library, ""),
        new Cores(2));
  }
}
