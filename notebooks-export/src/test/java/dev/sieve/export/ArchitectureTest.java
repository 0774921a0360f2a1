package dev.sieve.export;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** The diagram of CONTRIBUTING.md: what each package may import of Sieve. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cli        | run, export.draw, export.report
          report     | format, result, run, export.draw, export.figure, export.notebook, export.page, export.run
          notebook   | format, result, run, export.draw, export.figure, export.run
          page       | format, result, run, export.draw, export.figure, export.run, statistics, trial
          draw       | format, export.figure
          figure     | data, format, result, run, schedule, space, statistics, trial, export.run
          run        | data, data.catalog, data.cifar, data.input, data.source, format, result, run, space, statistics, trial
          """)
  void imports_pointDown(String name, String below) {
    Stream<String> allowed =
        Stream.concat(
            Stream.of("dev.sieve", "dev.sieve.export." + name),
            Stream.of(below.split(", ")).map(other -> "dev.sieve." + other));
    noClasses()
        .that()
        .resideInAPackage("dev.sieve.export." + name)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.sieve..")
                .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
        .check(MODULE);
  }

  @Test
  void everyPackage_isListed() {
    Set<String> listed = Set.of("cli", "report", "notebook", "page", "draw", "figure", "run");
    assertEquals(
        listed,
        MODULE.stream()
            .map(type -> type.getPackageName())
            .filter(name -> !name.equals("dev.sieve.export"))
            .map(name -> name.substring("dev.sieve.export.".length()))
            .collect(Collectors.toSet()));
  }

  @Test
  void packages_haveAtMost20Types_andTypesImportAtMost16OfOurs() {
    Map<String, Long> types =
        MODULE.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    types.forEach((name, count) -> assertTrue(count <= 20, name + " has " + count + " types"));
    for (JavaClass type : MODULE) {
      Set<String> others =
          type.getDirectDependenciesFromSelf().stream()
              .map(dependency -> dependency.getTargetClass())
              .filter(target -> target.getPackageName().startsWith("dev.sieve"))
              .filter(target -> !target.getPackageName().equals(type.getPackageName()))
              .map(target -> target.getName().replaceAll("\\$.*|\\[|;", ""))
              .collect(Collectors.toSet());
      assertTrue(others.size() <= 16, type.getName() + " needs " + others);
    }
  }

  /** Numbers within text are the same in any locale: by {@code Texts.format}. */
  @Test
  void text_isFormattedWithoutTheDefaultLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .check(MODULE);
  }

  @Test
  void figures_knowNothingOfHowTheyAreDrawn() {
    noClasses()
        .that()
        .resideInAnyPackage("..export.figure..", "..export.run..")
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
            "dev.sieve.driver..", "dev.sieve.train..", "dev.sieve.net..", "dev.sieve.kernel..")
        .check(MODULE);
  }
}
