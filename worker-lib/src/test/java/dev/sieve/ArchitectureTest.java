package dev.sieve;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** The diagram of CONTRIBUTING.md: what each package may import, beside {@code dev.sieve}. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          format | -
          kernel | -
          team   | -
          sample | -
          blas   | -
          data   | kernel, sample
          net    | kernel, sample, team
          bench  | blas, data, kernel, net, sample, team
          schedule | format
          space  | format, net, sample, schedule
          trial  | space
          result | format, net, schedule, space, trial
          run    | format, result, space
          train  | data, kernel, net, sample, schedule, space, team, trial
          """)
  void imports_pointDown(String name, String below) {
    Stream<String> allowed =
        Stream.concat(
            Stream.of("dev.sieve", "dev.sieve." + name),
            Stream.of(below == null ? new String[0] : below.split(", "))
                .map(other -> "dev.sieve." + other));
    noClasses()
        .that()
        .resideInAPackage("dev.sieve." + name)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.sieve..")
                .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
        .check(LIBRARY);
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
