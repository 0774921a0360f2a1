package dev.sieve;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
  private static final Map<String, String> IMPORTS =
      """
      format      |
      learned     | format
      kernel      |
      team        |
      sample      |
      sample.cube | sample
      sample.gp   | kernel, sample, sample.cube
      sample.tpe  | sample, sample.cube
      sample.box  | sample, sample.cube, sample.gp
      sample.ask  | sample, sample.cube, sample.gp, sample.tpe
      importance  | sample, sample.cube, sample.gp
      blas        |
      engine      | kernel
      engine.netlib | blas, engine, kernel
      data        | sample
      data.input  | data, kernel
      data.component | data, data.input, kernel, sample, team
      data.source | data, format
      data.cifar  | data, data.source, format
      data.synthetic | data, data.source, format, sample
      data.idx    | data, data.source, format
      data.table  | data, data.source, format, sample
      data.csv    | data, data.source, data.table
      data.catalog | data.cifar, data.csv, data.idx, data.source, data.synthetic
      net         | kernel, sample
      net.pack    | kernel, net, sample, team
      net.check   | kernel, net, net.pack, sample
      schedule    | format
      space       | format, net, sample, schedule
      statistics  | sample
      trial       | sample.cube, space, statistics
      run         | format, result, space
      result      | format, net, net.check, schedule, space, statistics, trial
      train.batch | data, data.input, kernel, net, sample, schedule, space, team
      train.state | format, net, sample, schedule, space, trial
      train       | data, data.component, data.input, engine, kernel, net, net.pack, sample, schedule, space, team, train.batch, train.state, trial
      bench       | blas, data, data.input, engine, net, sample, schedule, space, team, train, trial
      bench.search | sample, sample.ask, sample.box, sample.cube, sample.gp, statistics
      """
          .lines()
          .map(line -> line.split("\\|"))
          .collect(toMap(line -> line[0].strip(), line -> line.length < 2 ? "" : line[1].strip()));

  @TestFactory
  Stream<DynamicTest> imports_pointDown() {
    return IMPORTS.keySet().stream()
        .map(name -> dynamicTest(name, () -> assertImportsPointDown(name)));
  }

  private static void assertImportsPointDown(String name) {
    Stream<String> allowed =
        Stream.concat(
            Stream.of("dev.sieve", "dev.sieve." + name),
            Arrays.stream(IMPORTS.get(name).split(", ")).map(other -> "dev.sieve." + other));
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
  void packages_areAllListed() {
    Set<String> found = new TreeSet<>();
    LIBRARY.forEach(type -> found.add(type.getPackageName()));
    found.remove("dev.sieve");
    Set<String> listed = new TreeSet<>();
    IMPORTS.keySet().forEach(name -> listed.add("dev.sieve." + name));
    assertEquals(listed, found);
  }

  @Test
  void packages_holdAtMost20Types() {
    LIBRARY.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .collect(groupingBy(JavaClass::getPackageName, counting()))
        .forEach((name, types) -> assertTrue(types <= 20, name + " has " + types + " types"));
  }

  /** Counts types of other packages: those that a source file imports. */
  @Test
  void classes_importAtMost16OfOurTypes() {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (JavaClass type : LIBRARY) {
      Set<String> of = imports.computeIfAbsent(outermost(type), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .map(JavaClass::getBaseComponentType)
          .filter(target -> target.getPackageName().startsWith("dev.sieve"))
          .filter(target -> !target.getPackageName().equals(type.getPackageName()))
          .forEach(target -> of.add(outermost(target)));
    }
    imports.forEach(
        (name, of) ->
            assertTrue(of.size() <= 16, () -> name + " imports " + of.size() + ": " + of));
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  /** Everything else gets its products from an engine, which the conf chooses. */
  @Test
  void enginesAlone_knowWhereProductsComeFrom() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.sieve.kernel", "dev.sieve.engine..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.sieve.kernel.OwnKernels")
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
