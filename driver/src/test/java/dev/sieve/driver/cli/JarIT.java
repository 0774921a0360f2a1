package dev.sieve.driver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sieve.driver.harness.Checkout;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The shaded jar by itself: what was left out of it must not be missed. */
class JarIT {

  @Test
  void openBlas_loadsFromTheJar_andNetlibUsesIt() throws Exception {
    URL[] jar = {Checkout.jar().toUri().toURL()};
    try (URLClassLoader alone = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      System.setProperty("dev.ludovic.netlib.blas.nativeLibPath", openBlas(alone).toString());
      Method getInstance = alone.loadClass("dev.ludovic.netlib.blas.BLAS").getMethod("getInstance");
      assertEquals(
          "dev.ludovic.netlib.blas.JNIBLAS", getInstance.invoke(null).getClass().getName());
    }
  }

  /** Returns the library that JavaCPP unpacks beside its own. */
  private static Path openBlas(ClassLoader jar) throws ReflectiveOperationException {
    Class<?> natives = Class.forName("org.bytedeco.openblas.global.openblas_nolapack", false, jar);
    Object loaded =
        jar.loadClass("org.bytedeco.javacpp.Loader")
            .getMethod("load", Class.class)
            .invoke(null, natives);
    String name =
        System.getProperty("os.name").startsWith("Mac")
            ? "libopenblas_nolapack.0.dylib"
            : "libopenblas_nolapack.so.0";
    return Path.of((String) loaded).resolveSibling(name);
  }
}
