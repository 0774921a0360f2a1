package dev.sieve.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sieve.run.SearchPlan.Data;
import dev.sieve.run.SearchPlan.Image;
import dev.sieve.run.SearchPlan.Narrowed;
import dev.sieve.run.SearchPlan.Part;
import dev.sieve.run.SearchPlan.PlannedDomain;
import dev.sieve.run.SearchPlan.SearchedAxis;
import dev.sieve.run.SearchPlan.Stage;
import dev.sieve.space.Axes;
import dev.sieve.space.Domain;
import dev.sieve.space.SearchSpace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanFileTest {
  private static final SearchSpace SPACE =
      SearchSpace.EMPTY
          .with(Axes.L2, new Domain.LogUniform(1e-5, 0.1))
          .with(Axes.HIDDEN, List.of(100, 50))
          .with(Axes.BATCH_SIZE, new Domain.Choice<>(List.of(50, 100)));

  private static final SearchPlan PLAN =
      new SearchPlan(
          "tested",
          7,
          new Data(
              "synthetic",
              Map.of("synthetic.train", 100, "synthetic.test", 40, "synthetic.seed", 1),
              List.of(new Part("synthetic", 100)),
              100,
              40,
              3072,
              new Image(32, 32, 3),
              10,
              null,
              "ab12"),
          "macro-f1",
          List.of(
              new Stage(
                  "coarse", "random", 1, 4, 4, "per-pixel", 250, 80, 20, null, Planned.axes(SPACE)),
              new Stage(
                  "fine",
                  "random",
                  1,
                  2,
                  2,
                  "per-pixel",
                  null,
                  null,
                  null,
                  new Narrowed("coarse", 3, 0.1, "range of coarse's 3 best, plus a margin"),
                  null)));

  @Test
  void plan_isReadAsItWasWritten() {
    assertEquals(PLAN, PlanFile.read("plan.json", PlanFile.text(PLAN)));
  }

  /** Plans of searches without components have the bytes that they had before there were any. */
  @Test
  void components_areWrittenWhereThereAreSome() {
    String text = PlanFile.text(PLAN);
    assertEquals(1, text.split("\"components\" : 250").length - 1);
    assertEquals(1, text.split("\"components\"").length - 1);
  }

  @Test
  void samePlan_isTheSameText_inAnyLocale() {
    Locale before = Locale.getDefault();
    String text = PlanFile.text(PLAN);
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertEquals(text, PlanFile.text(PLAN));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void axes_saySymbolUnitColumnsAndDomainAsSearched() {
    List<SearchedAxis> axes = PLAN.stages().get(0).axes();
    assertEquals(
        List.of("hidden", "l2", "batch-size"), axes.stream().map(SearchedAxis::name).toList());
    assertEquals(
        new SearchedAxis(
            "l2",
            "l2",
            "L2 penalty",
            "λ",
            "",
            List.of("l2"),
            true,
            new PlannedDomain("log-uniform", List.of(1e-5, 0.1))),
        axes.get(1));
    assertEquals(List.of(List.of(100, 50)), axes.get(0).domain().values());
    assertTrue(axes.get(2).domain().isSearched());
    assertEquals("batch-size", PLAN.stages().get(0).axis("batch_size").orElseThrow().name());
  }

  @Test
  void laterVersions_mayAddKeys_andDamageIsNamed() {
    String text = PlanFile.text(PLAN);
    assertEquals(PLAN, PlanFile.read("p", text.replaceFirst("\\{", "{\"new\": [1],")));
    String message =
        assertThrows(UnreadableRun.class, () -> PlanFile.read("r/plan.json", text.substring(9)))
            .getMessage();
    assertTrue(message.startsWith("r/plan.json is damaged: "), message);
  }
}
