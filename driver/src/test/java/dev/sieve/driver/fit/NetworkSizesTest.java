package dev.sieve.driver.fit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sieve.driver.conf.SearchConf;
import dev.sieve.driver.error.UserError;
import dev.sieve.driver.harness.LocalSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes that cannot be trained are refused with the data, before the search. */
class NetworkSizesTest {
  private static final long GIGABYTE = 1 << 30;

  private static SearchConf conf(String hidden) {
    return LocalSearch.of("stages = [only]\nstage.only.space.hidden = " + hidden).conf();
  }

  private static void check(String hidden, long memory) {
    new NetworkSizes(3072, 10, memory).check(conf(hidden));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [[3], [1000000]]    | hidden of stage only must need matrices of less than 2^31 numbers, but [1000000] needs 3072 × 1000000
          [[50000, 50000]]    | hidden of stage only must need matrices of less than 2^31 numbers, but [50000, 50000] needs 50000 × 50000
          [[3, 2147483647]]   | hidden of stage only must need matrices of less than 2^31 numbers, but [3, 2147483647] needs 3 × 2147483647
          [[3], [100000]]     | hidden of stage only must fit into memory, but [100000] with batches of 10 takes more than 2355 MB, and there are 1024: --driver-memory, or on a cluster --executor-memory, gives more
          """)
  void aNetworkThatDoesNotFit_isRefusedWithItsSizes(String hidden, String message) {
    UserError refused = assertThrows(UserError.class, () -> check(hidden, GIGABYTE));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void aNetworkThatFits_isNot() {
    assertDoesNotThrow(() -> check("[[3], [1000], [300, 200]]", GIGABYTE));
    assertDoesNotThrow(() -> check("[[100000]]", Long.MAX_VALUE));
  }
}
