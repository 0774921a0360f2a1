package dev.sieve.export.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sieve.export.harness.TestRun;
import dev.sieve.export.run.RunReader;
import dev.sieve.result.TrialTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebook: valid, with outputs inside, and running from top to bottom. */
class NotebookTest {
  private static final String PYTHON = "/usr/bin/python3";

  /** Validates the notebook, runs it in its folder, and prints the tables that some cells show. */
  private static final String RUN =
      """
      import sys, nbformat
      from nbconvert.preprocessors import ExecutePreprocessor
      notebook = nbformat.read(sys.argv[1], 4)
      nbformat.validate(notebook)
      assert notebook.nbformat_minor == 5
      ExecutePreprocessor(timeout=120, kernel_name='python3').preprocess(notebook, {'metadata': {'path': sys.argv[2]}})
      nbformat.validate(notebook)
      import io, pandas
      for shown in sys.argv[3:]:
          cell = next(cell for cell in notebook.cells if cell.id == shown)
          print(pandas.read_html(io.StringIO(cell.outputs[0]['data']['text/html']))[0].to_csv(index=False))
      """;

  /** Whether all is installed, without the two seconds that importing it takes. */
  private static final String LOOK =
      "import importlib.util as u, sys; sys.exit(not all(map(u.find_spec,"
          + " ['nbconvert', 'nbformat', 'ipykernel', 'pandas', 'matplotlib'])))";

  @TempDir Path folder;

  @Test
  void outputs_areInside_beforeAnyKernelRuns() throws IOException {
    TestRun.write(folder, 6, 3, 5).withEnsembles().withFinal().withDiverged();
    Report.of(List.of(folder)).writeWithPictures(folder.resolve("report"));
    JsonNode notebook = new ObjectMapper().readTree(notebook());
    Set<String> ids = new HashSet<>();
    int pictures = 0;
    for (JsonNode cell : notebook.path("cells")) {
      assertTrue(ids.add(cell.path("id").asText()), "ids are unique");
      boolean shows = cell.path("id").asText().equals("setup") || !cell.path("outputs").isEmpty();
      assertTrue(shows || cell.path("cell_type").asText().equals("markdown"), cell.toString());
      for (JsonNode output : cell.path("outputs")) {
        pictures += output.path("data").has("image/png") ? 1 : 0;
      }
    }
    assertTrue(
        ids.containsAll(Set.of("setup", "best", "ensembles", "slices", "predictions")),
        ids.toString());
    assertTrue(pictures >= 9, pictures + " pictures");
  }

  @Test
  void notebookWithoutPictures_hasTheSameCells_andTables() throws IOException {
    TestRun.write(folder, 6, 3, 5).withFinal();
    JsonNode without = new ObjectMapper().readTree(export());
    Report.of(List.of(folder)).writeWithPictures(folder.resolve("report"));
    JsonNode with = new ObjectMapper().readTree(notebook());
    assertEquals(with.findValuesAsText("id"), without.findValuesAsText("id"));
    assertEquals(
        with.findValuesAsText("text/html"), without.findValuesAsText("text/html"), "tables");
    assertEquals(List.of(), without.findValues("image/png"));
  }

  @Test
  void jupyter_runsItToTheEnd_andFindsTheSameBestTrialAndEnsembles() throws Exception {
    assumeJupyter();
    TestRun.write(folder, 6, 3, 5).withEnsembles().withFinal().withDiverged();
    export();
    String best = RunReader.read(folder).best().orElseThrow().first().configuration();
    List<String> lines =
        jupyter(folder.resolve("report"), "best", "failures", "duckdb", "ensembles")
            .lines()
            .toList();
    assertTrue(lines.get(1).contains("," + best + ","), lines.toString());
    assertTrue(
        lines.stream().anyMatch(l -> l.endsWith("coarse,DIVERGED,DIVERGED,1")), lines.toString());
    assertTrue(lines.stream().anyMatch(l -> l.endsWith("final,1,0.48")), lines.toString());
    assertTrue(lines.get(lines.size() - 2).endsWith(",4,2,0.48,0.55,0.49,0.545"), lines.toString());
    assertTrue(lines.get(lines.size() - 1).endsWith(",4,2,0.47,0.51,,"), lines.toString());
  }

  @Test
  void mirrorImages_haveColumns_whereTheyWereMeasured() throws IOException {
    TestRun run = TestRun.write(folder, 6, 3, 5).withFinal();
    assertFalse(export().contains("mirror_test_accuracy"));
    run.set(9, TrialTable.MIRROR.testAccuracy(), 0.485);
    assertTrue(export().contains("mirror_test_accuracy"));
  }

  @Test
  void noTableOfEnsembles_noCell() throws IOException {
    TestRun.write(folder, 6, 3, 5);
    assertFalse(export().contains("\"ensembles\""));
  }

  @Test
  void jupyter_runsAComparison() throws Exception {
    assumeJupyter();
    TestRun.write(folder.resolve("a"), 6, 3, 5).withFinal();
    TestRun.write(folder.resolve("b"), 4, 0, 5);
    Path out = folder.resolve("both");
    Report.of(List.of(folder.resolve("a"), folder.resolve("b"))).write(out);
    List<String> winners = jupyter(out, "best").lines().skip(1).toList();
    assertEquals(2, winners.size());
    assertTrue(winners.stream().anyMatch(line -> line.contains("tested (b)")), winners.toString());
  }

  @Test
  void jupyter_runsThatOfATable_whichHasNoImages() throws Exception {
    assumeJupyter();
    TestRun.write(folder, 6, 3, 5).withFinal().ofTable();
    assertFalse(export().contains("First-layer weights"));
    String best = RunReader.read(folder).best().orElseThrow().first().configuration();
    assertTrue(jupyter(folder.resolve("report"), "best").contains("," + best + ","));
  }

  @Test
  void jupyter_runsThatOfAHundredClasses() throws Exception {
    assumeJupyter();
    TestRun.write(folder, 6, 3, 5).withFinal().withClasses(100);
    assertTrue(export().contains("\"predictions\""));
    jupyter(folder.resolve("report"), "best");
  }

  private static void assumeJupyter() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && python(LOOK).exit == 0,
        PYTHON + " has no nbconvert, nbformat, ipykernel, pandas or matplotlib");
  }

  private static String jupyter(Path report, String... cells) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of(report.resolve("report.ipynb").toString(), report.toString()));
    arguments.addAll(List.of(cells));
    Ended ended = python(RUN, arguments.toArray(String[]::new));
    assertEquals(0, ended.exit, ended.output);
    return ended.output;
  }

  private record Ended(int exit, String output) {}

  private static Ended python(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-W", "ignore", "-c", program));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("python", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(180, TimeUnit.SECONDS), "Jupyter came to no end");
      return new Ended(process.exitValue(), Files.readString(output).strip());
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  private String export() throws IOException {
    Report.of(List.of(folder)).write(folder.resolve("report"));
    return notebook();
  }

  private String notebook() throws IOException {
    return Files.readString(folder.resolve("report/report.ipynb"));
  }
}
