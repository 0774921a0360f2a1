package dev.sieve.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions in which packages may know each other. */
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sieve.export");

  @Test
  void packages_formNoCycle() {
    slices().matching("dev.sieve.export.(*)..").should().beFreeOfCycles().check(MODULE);
  }

  @Test
  void figures_knowNothingOfHowTheyAreDrawn() {
    noClasses()
        .that()
        .resideInAnyPackage("..export.figure..", "..export.run..", "..export.statistics..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..export.draw..", "org.mozilla..", "com.github.weisj..")
        .check(MODULE);
  }

  @Test
  void nothingHere_trainsOrKnowsTheDriver() {
    noClasses()
        .that()
        .resideInAPackage("..export..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.sieve.driver..", "dev.sieve.train..", "dev.sieve.net..", "dev.sieve.blas..")
        .check(MODULE);
  }
}
