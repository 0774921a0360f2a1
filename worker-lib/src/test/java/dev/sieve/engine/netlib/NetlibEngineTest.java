package dev.sieve.engine.netlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.engine.Engine;
import dev.sieve.engine.EngineUnavailable;
import dev.sieve.kernel.OwnKernels;
import dev.sieve.kernel.Panels;
import dev.sieve.kernel.Products;
import dev.sieve.kernel.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("own-jvm")
class NetlibEngineTest {

  @ParameterizedTest
  @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void everyLibrary_multiplies_andIsNamed(NetlibLibrary library) {
    Products products = new NetlibEngine(library, "").products();
    assertEquals("netlib " + library.text(), products.name());
  }

  @Test
  void pinned_isTheSameWhereBitsAre_andRefusesOthers() {
    Engine engine = new NetlibEngine(NetlibLibrary.JAVA, "").pinned();
    engine.products();
    Engine elsewhere = new NetlibEngine(NetlibLibrary.JAVA, "", "0123456789ab");
    assertTrue(
        assertThrows(EngineUnavailable.class, elsewhere::products)
            .getMessage()
            .startsWith("netlib java gives other bits here than where the search began"));
  }

  @Test
  void aFileThatIsNotThere_orIsNoBlas_isRefusedByName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("libblas.so");
    Engine engine = new NetlibEngine(NetlibLibrary.SYSTEM, file.toString());
    assertEquals(
        "netlib.library = system: %s does not load: there is no such file".formatted(file),
        assertThrows(EngineUnavailable.class, engine::products).getMessage());
    Files.writeString(file, "no library");
    assertEquals(
        "netlib.library = system: %s is no BLAS: it has no function sgemm_".formatted(file),
        assertThrows(EngineUnavailable.class, engine::products).getMessage());
  }

  @Test
  void aLibraryThatMultipliesWrongly_isRefused() {
    Products wrong = new Altered(1.01f, 0);
    String message = assertThrows(EngineUnavailable.class, () -> Probe.of(wrong, 64)).getMessage();
    assertTrue(
        message.startsWith("altered multiplies wrongly: its error must be at most"), message);
  }

  @Test
  void aLibraryWhoseBitsDependOnAColumnsPlace_isRefused() {
    Products uneven = new Altered(1, 1e-7f);
    String message = assertThrows(EngineUnavailable.class, () -> Probe.of(uneven, 64)).getMessage();
    assertTrue(message.startsWith("altered gives a column of a matrix other bits"), message);
  }

  /** Sieve's own products, which come out wrong by a factor, and more so in the first column. */
  private record Altered(float factor, float ofFirst) implements Products {
    private static final Products OWN = OwnKernels.products();

    @Override
    public String name() {
      return "altered";
    }

    @Override
    public int lanes(int columns) {
      return OWN.lanes(columns);
    }

    @Override
    public int alignment() {
      return OWN.alignment();
    }

    @Override
    public void forward(
        Rows x, int rows, Panels w, float[] bias, float[] floor, Rows a, int from, int to) {
      OWN.forward(x, rows, w, bias, floor, a, from, to);
      for (int i = 0; i < rows; i++) {
        a.values()[a.at(i)] *= 1 + ofFirst;
        for (int u = 0; u < w.width(); u++) {
          a.values()[a.at(i) + u] *= factor;
        }
      }
    }

    @Override
    public void update(Rows x, int rows, Rows g, float[] decay, Panels w, int from, int to) {
      OWN.update(x, rows, g, decay, w, from, to);
    }
  }
}
