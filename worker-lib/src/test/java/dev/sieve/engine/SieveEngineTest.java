package dev.sieve.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class SieveEngineTest {
  @Test
  void engineThatTravelled_hasTheProductsOfThisJvm() throws IOException, ClassNotFoundException {
    Engine engine = new SieveEngine();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(engine);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Engine travelled = (Engine) in.readObject();
      assertEquals(engine, travelled);
      assertSame(engine.products(), travelled.products());
    }
  }
}
