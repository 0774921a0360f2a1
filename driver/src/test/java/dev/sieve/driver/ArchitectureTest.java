package dev.sieve.driver;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sieve.driver.harness.Checkout;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** The diagram of CONTRIBUTING.md: what each package of the driver may import of the others. */
  private static final String DIAGRAM =
      """
      error      | -
      conf       | -
      source     | source.frame, source.image
      source.frame | source.image, spark
      source.image | -
      conf.text  | -
      conf.read  | conf, conf.text, source
      data       | error
      spark      | error
      run        | error
      run.journal | error, run
      checkpoint | error, run
      stage      | conf
      plan       | conf, error, plan.cube, run, run.journal, stage
      plan.cube  | -
      saving     | conf, plan, plan.cube, stage
      fit        | conf, error
      check      | conf, error, plan, stage
      pack       | checkpoint, conf, plan, stage
      attempt    | checkpoint, pack, run
      cluster    | attempt, checkpoint, error, pack, run
      local      | attempt, checkpoint, pack
      repeat     | checkpoint, conf, error, pack, plan, run, run.journal, stage
      reuse      | conf, conf.read, error, pack, plan, run, run.journal, stage
      claim      | conf, conf.read, error, reuse, run, run.journal
      search     | checkpoint, conf, conf.read, error, fit, pack, plan, plan.cube, reuse, run, run.journal, saving, stage
      forecast   | conf, pack, plan, reuse
      sql        | error, run
      catalog    | conf, error, run
      submit     | conf, conf.read, error, run, spark
      cli.show   | check, conf, data, error, repeat, search, sql
      cli.summary | cli.show, conf, saving, search
      cli.option | claim, conf, conf.read, data, error, fit, plan, repeat, reuse, run, search, source, spark, submit
      cli.network | check, cli.option, cli.show, conf, data, error, fit, plan, run, spark
      cli.bench  | cli.option, cli.show, error
      cli.forecast | cli.option, cli.show, conf, data, error, forecast, fit, pack, reuse, run, stage
      cli        | catalog, claim, cli.bench, cli.forecast, cli.network, cli.option, cli.show, cli.summary, cluster, conf, conf.read, data, error, forecast, pack, fit, repeat, reuse, run, search, source, spark, sql, submit
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = DIAGRAM)
  void imports_pointDown(String name, String below) {
    Stream<String> allowed =
        Stream.concat(
            Stream.of("dev.sieve.driver." + name),
            Stream.of(below == null ? new String[0] : below.split(", "))
                .map(other -> "dev.sieve.driver." + other));
    noClasses()
        .that()
        .resideInAPackage("dev.sieve.driver." + name)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.sieve.driver..")
                .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
        .check(HOUSE);
  }

  /** A package that the diagram left out could import what it likes. */
  @Test
  void packages_areAllInTheDiagram() {
    classes()
        .that()
        .resideInAPackage("dev.sieve.driver..")
        .should()
        .resideInAnyPackage(
            DIAGRAM
                .lines()
                .map(line -> "dev.sieve.driver." + line.substring(0, line.indexOf('|')).strip())
                .toArray(String[]::new))
        .check(HOUSE);
  }

  @Test
  void packages_holdAtMost20Types() {
    HOUSE.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .collect(groupingBy(JavaClass::getPackageName, counting()))
        .forEach((name, types) -> assertTrue(types <= 20, name + " has " + types + " types"));
  }

  /** Of all modules, by their source: a call that needs no import is not counted. */
  @Test
  void sourceFiles_importAtMost16OfOurTypes() throws IOException {
    for (String module : List.of("worker-lib", "notebooks-export", "driver")) {
      try (Stream<Path> files = Files.walk(Checkout.root().resolve(module).resolve("src/main"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          long imports =
              Files.readAllLines(file).stream()
                  .filter(line -> line.matches("import (static )?dev\\.sieve\\..*"))
                  .count();
          assertTrue(imports <= 16, file + " imports " + imports + " of our types");
        }
      }
    }
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

  /** What decides which trials there are, and which train together, could run anywhere. */
  @Test
  void plansAndPacks_knowNoSpark() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Stream.of(
                    "conf",
                    "plan",
                    "plan.cube",
                    "saving",
                    "pack",
                    "attempt",
                    "forecast",
                    "local",
                    "search",
                    "check")
                .map(name -> "dev.sieve.driver." + name)
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
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

  /** Text is the same in any locale: by {@code Texts.format}. */
  @Test
  void text_isFormattedWithoutTheDefaultLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
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
