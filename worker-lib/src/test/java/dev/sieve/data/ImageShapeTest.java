package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ImageShapeTest {

  @Test
  void inputs_cifar10_are3072() {
    assertEquals(3072, ImageShape.CIFAR10.inputs());
  }

  @Test
  void shape_withoutChannels_isRefused() {
    assertEquals(
        "height, width and channels must be >= 1, but were 4, 5, 0",
        assertThrows(IllegalArgumentException.class, () -> new ImageShape(4, 5, 0)).getMessage());
  }
}
