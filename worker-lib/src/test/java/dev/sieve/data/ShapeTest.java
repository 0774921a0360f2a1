package dev.sieve.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void inputs_cifar10_are3072() {
    assertEquals(3072, Shape.CIFAR10.inputs());
  }

  @Test
  void shape_withoutChannels_isRefused() {
    assertEquals(
        "height, width and channels must be >= 1, but were 4, 5, 0",
        assertThrows(IllegalArgumentException.class, () -> new Shape(4, 5, 0, 2)).getMessage());
  }

  @Test
  void shape_oneClassOr129_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Shape(4, 5, 1, 1));
    assertEquals(
        "classes must be 2 to 128, but were 129",
        assertThrows(IllegalArgumentException.class, () -> new Shape(4, 5, 1, 129)).getMessage());
  }
}
