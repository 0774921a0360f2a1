package dev.sieve.driver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.driver.harness.LocalSearch;
import dev.sieve.driver.run.Folder;
import dev.sieve.run.PlanFile;
import dev.sieve.run.RunFiles;
import dev.sieve.run.SearchPlan;
import dev.sieve.run.SearchPlan.Narrowed;
import dev.sieve.run.SearchPlan.PlannedDomain;
import dev.sieve.run.SearchPlan.SearchedAxis;
import dev.sieve.run.SearchPlan.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanRecordTest {
  private static final String STAGES =
      """
      name = planned
      stages = [coarse, fine, final]
      stage {
        coarse { trials = 3, space { l2 { log-uniform = [1e-5, 1e-1] }, schedule { eta { choice = [0.1, 0.01] } } } }
        fine { trials = 2, repeats = 2, narrow { from = coarse, best = 2, margin = 0.1 } }
        final { from = fine }
      }
      """;

  @Test
  void plan_saysDataStagesAndDomainsAsSearched() {
    LocalSearch.of(STAGES).run("plan-whole", LocalSearch.executor(1));
    SearchPlan plan = read("plan-whole");
    assertEquals("planned", plan.search());
    assertEquals("synthetic", plan.data().source());
    assertEquals(
        Map.of("synthetic.train", 60, "synthetic.test", 20, "synthetic.seed", 1),
        plan.data().settings());
    assertEquals(new SearchPlan.Image(4, 4, 3), plan.data().image());
    assertNull(plan.data().classNames());
    Stage coarse = plan.stages().get(0);
    assertEquals(List.of(40, 20), List.of(coarse.train(), coarse.validation()));
    assertEquals(
        new PlannedDomain("log-uniform", List.of(1e-5, 0.1)),
        coarse.axis("l2").orElseThrow().domain());
    SearchedAxis rate = coarse.axis("eta_max").orElseThrow();
    assertEquals("eta", rate.name());
    assertEquals(new PlannedDomain("choice", List.of(0.1, 0.01)), rate.domain());
    Stage fine = plan.stages().get(1);
    assertEquals(4, fine.trials());
    assertEquals(
        new Narrowed("coarse", 2, 0.1, "range of coarse's 2 best, plus a margin"), fine.narrowed());
    List<Double> ends = fine.axis("l2").orElseThrow().domain().numbers();
    assertTrue(1e-5 <= ends.get(0) && ends.get(1) <= 0.1, ends.toString());
    assertNull(plan.stages().get(2).sampler());
    assertEquals("best configuration of fine", plan.stages().get(2).narrowed().reason());
  }

  @Test
  void sameSearch_hasTheSameBytes_andAnEarlierRunGetsItsPlan() {
    LocalSearch.of(STAGES).run("plan-one", LocalSearch.executor(1));
    LocalSearch.of(STAGES).run("plan-two", LocalSearch.executor(2));
    String text = folder("plan-one").read(RunFiles.PLAN);
    assertEquals(text, folder("plan-two").read(RunFiles.PLAN));
    folder("plan-two").delete(RunFiles.PLAN);
    assertFalse(folder("plan-two").has(RunFiles.PLAN));
    LocalSearch.of(STAGES).run("plan-two", LocalSearch.executor(1));
    assertEquals(text, folder("plan-two").read(RunFiles.PLAN));
  }

  @Test
  void stagesToCome_areListed_withoutAxes() {
    LocalSearch.of(STAGES, "limits.search=1 ns").run("plan-part", LocalSearch.executor(1));
    SearchPlan plan = read("plan-part");
    assertNotNull(plan.stages().get(0).axes());
    assertEquals("fine", plan.stages().get(1).name());
    assertNull(plan.stages().get(1).axes());
  }

  private static SearchPlan read(String name) {
    return PlanFile.read(RunFiles.PLAN, folder(name).read(RunFiles.PLAN));
  }

  private static Folder folder(String name) {
    return LocalSearch.directory(name).folder();
  }
}
