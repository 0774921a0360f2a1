package dev.sieve.driver.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sieve.bench.Bench;
import dev.sieve.bench.Speed;
import dev.sieve.bench.Work;
import dev.sieve.engine.EngineUnavailable;
import dev.sieve.engine.netlib.NetlibEngine;
import dev.sieve.engine.netlib.NetlibLibrary;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The netlib engine, measured in a JVM of its own: a JVM uses one engine. It measures when it is
 * asked, and waits without work in between.
 */
final class EngineProcess implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  /**
   * What is to be measured.
   *
   * @param packs at the same time; one pack takes all {@code cores}, and of more each takes one
   */
  record Question(Work work, int cores, int packs) {
    Speed measuredBy(Bench bench) {
      return packs == 1 && cores > 1 ? bench.together(work, cores) : bench.speed(work, cores);
    }
  }

  private EngineProcess(Process process) {
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts it, as this JVM was started.
   *
   * @throws EngineUnavailable where the library does not load, or multiplies wrongly
   */
  static EngineProcess start(NetlibLibrary library, int inputs, double seconds) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EngineProcess.class.getName());
    command.addAll(List.of(library.name(), String.valueOf(inputs), String.valueOf(seconds)));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      EngineProcess started = new EngineProcess(builder.start());
      started.expectReady();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void expectReady() throws IOException {
    String line = answers.readLine();
    if (!READY.equals(line)) {
      close();
      throw new EngineUnavailable(line == null ? "its JVM ended without a word" : line);
    }
  }

  Speed speed(Question question) {
    try {
      questions.write(JSON.writeValueAsString(question));
      questions.newLine();
      questions.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("the JVM that measures netlib has ended");
      }
      return JSON.readValue(answer, Speed.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it: there are no more questions. */
  @Override
  public void close() throws IOException {
    questions.close();
    answers.close();
    process.destroy();
  }

  // --- In the other JVM ------------------------------------------------------------------------

  private static final String READY = "ready";

  /**
   * Answers questions, a line of JSON each, until there are no more.
   *
   * @param arguments name of the library, inputs of an example, seconds of a run
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    NetlibEngine engine = new NetlibEngine(NetlibLibrary.valueOf(arguments[0]), "");
    try {
      engine.products();
    } catch (EngineUnavailable e) {
      out.println(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      return;
    }
    Bench bench =
        new Bench(engine, Integer.parseInt(arguments[1]), Double.parseDouble(arguments[2]));
    out.println(READY);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(answer(line, bench));
    }
  }

  private static String answer(String question, Bench bench) throws JsonProcessingException {
    return JSON.writeValueAsString(JSON.readValue(question, Question.class).measuredBy(bench));
  }
}
