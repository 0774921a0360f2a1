package dev.sieve.driver.cli.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.data.DataDescription;
import dev.sieve.data.DataSet;
import dev.sieve.data.Examples;
import dev.sieve.data.FloatValues;
import dev.sieve.data.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionTextTest {

  @Test
  void of_dataThatAreNoImages_speaksOfValues_andHasNoChannels() {
    Examples examples =
        new Examples(new FloatValues(2, new float[] {1, 2, 3, 4, 5, 6}), new Labels(2, 0, 1, 1));
    DataSet set =
        new DataSet(
            "table",
            examples,
            List.of(new DataSet.Part("all", 3)),
            examples,
            List.of("no", "yes"),
            null);
    assertEquals(
        """
        source       table
        examples     2 values, 2 classes
        fingerprint  %s

        part           examples
        all                   3
        test                  3

        class              pool     test
        0 no                  1        1
        1 yes                 2        2
        """
            .formatted(set.fingerprint()),
        DescriptionText.of(DataDescription.of(set)));
  }
}
