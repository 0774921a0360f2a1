package dev.sieve;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions in which the packages of the worker library may know each other. */
class ArchitectureTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sieve");

  @Test
  void packages_formNoCycle() {
    slices().matching("dev.(**)").should().beFreeOfCycles().check(LIBRARY);
  }

  @Test
  void samplers_knowNoHyperparameters() {
    noClasses()
        .that()
        .resideInAPackage("dev.sieve.sample..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.sieve.space..")
        .check(LIBRARY);
  }
}
