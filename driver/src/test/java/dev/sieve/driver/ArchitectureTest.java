package dev.sieve.driver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The directions in which packages may know each other. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sieve");

  @Test
  void packages_formNoCycle() {
    slices().matching("dev.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void onlyTheDriver_knowsSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.sieve.driver..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(HOUSE);
  }

  @Test
  void samplers_knowNoHyperparameters() {
    noClasses()
        .that()
        .resideInAPackage("dev.sieve.sample..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.sieve.space..")
        .check(HOUSE);
  }

  /** A clock that somebody sets may tell when a trial ran, and decides nothing. */
  @Test
  void clocksThatJump_areReadForTablesAlone() {
    noClasses()
        .that()
        .doNotHaveSimpleName("PackAttempt")
        .and()
        .doNotHaveSimpleName("Execution")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .check(HOUSE);
  }
}
