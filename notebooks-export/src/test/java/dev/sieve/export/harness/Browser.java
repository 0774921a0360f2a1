package dev.sieve.export.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with one tab, driven by the DevTools protocol over loopback. */
public final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int SECONDS = 60;
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)\\R");

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger commands = new AtomicInteger();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private String session;

  private Browser(Process process, Path profile, String address) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .join();
  }

  /** Returns the browser's program; null where there is none. */
  public static Path program() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /** Starts a browser with an empty tab. */
  public static Browser start() {
    try {
      Path profile = Files.createTempDirectory("browser");
      Path log = Files.createFile(profile.resolve("log"));
      Process process =
          new ProcessBuilder(
                  program().toString(),
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-dev-shm-usage",
                  "--no-first-run",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + profile,
                  "about:blank")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(log.toFile())
              .start();
      Browser browser = new Browser(process, profile, address(process, log));
      browser.open();
      return browser;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the line that says where the browser listens. */
  private static String address(Process process, Path log) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (process.isAlive() && System.nanoTime() < end) {
      Matcher address = LISTENING.matcher(Files.readString(log));
      if (address.find()) {
        return address.group(1);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    throw new AssertionError("the browser did not start: " + Files.readString(log));
  }

  private void open() {
    JsonNode target = send("Target.createTarget", Map.of("url", "about:blank"));
    session =
        send(
                "Target.attachToTarget",
                Map.of("targetId", target.path("targetId").asText(), "flatten", true))
            .path("sessionId")
            .asText();
    for (String domain : List.of("Runtime", "Log", "Network", "Page")) {
      send(domain + ".enable", Map.of());
    }
    send("Performance.enable", Map.of("timeDomain", "threadTicks"));
  }

  /** Opens {@code file} in a window of {@code width} pixels with a light or a dark scheme. */
  public void show(Path file, int width, String scheme) {
    size(width);
    send(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    send("Page.navigate", Map.of("url", file.toUri().toString()));
    await("document.readyState === 'complete' && typeof page !== 'undefined' && !!page.changed");
  }

  /** Shows the page as {@code medium} does: {@code print}, or {@code ""} for the screen. */
  public void media(String medium) {
    send("Emulation.setEmulatedMedia", Map.of("media", medium));
  }

  /** Makes the window {@code width} pixels wide. */
  public void size(int width) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Returns the value of {@code script}, as JSON. */
  public JsonNode eval(String script) {
    JsonNode result =
        send(
            "Runtime.evaluate",
            Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(script + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** Waits until {@code condition} holds. */
  public void await(String condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!eval(condition).asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + condition + "; errors: " + errors);
      }
      eval("new Promise(done => setTimeout(done, 50))");
    }
  }

  /** Waits until {@code condition} holds, in a page that loads itself again meanwhile. */
  public void awaitOverLoads(String condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!holds(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + condition + "; errors: " + errors);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /** A page that goes while it is asked gives no answer, but an error. */
  private boolean holds(String condition) {
    try {
      return eval(condition).asBoolean();
    } catch (AssertionError e) {
      return false;
    }
  }

  /** Returns the seconds of processor time that the page's thread has taken since it was opened. */
  public double busy() {
    JsonNode metrics = send("Performance.getMetrics", Map.of()).path("metrics");
    for (JsonNode metric : metrics) {
      if (metric.path("name").asText().equals("TaskDuration")) {
        return metric.path("value").asDouble();
      }
    }
    throw new AssertionError("the browser does not know its TaskDuration: " + metrics);
  }

  /** Presses the mouse at the first place, and lets go at the second. */
  public void drag(double x1, double y1, double x2, double y2) {
    mouse("mouseMoved", x1, y1);
    mouse("mousePressed", x1, y1);
    for (int step = 1; step <= 4; step++) {
      mouse("mouseMoved", x1 + (x2 - x1) * step / 4, y1 + (y2 - y1) * step / 4);
    }
    mouse("mouseReleased", x2, y2);
  }

  private void mouse(String type, double x, double y) {
    boolean held = !type.equals("mouseMoved");
    send(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            x,
            "y",
            y,
            "button",
            held ? "left" : "none",
            "buttons",
            1,
            "clickCount",
            1));
  }

  /** Returns what went wrong in the page: exceptions and errors of its console. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /** Returns what the page asked for, but for itself and data within itself. */
  public List<String> requests() {
    return requests.stream()
        .filter(url -> !url.startsWith("data:") && !url.startsWith("file:"))
        .toList();
  }

  private JsonNode send(String method, Map<String, Object> parameters) {
    int id = commands.incrementAndGet();
    ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
    command.set("params", JSON.valueToTree(parameters));
    if (session != null) {
      command.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(command.toString(), true).join();
    JsonNode told = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    if (told.has("error")) {
      throw new AssertionError(method + ": " + told.path("error"));
    }
    return told.path("result");
  }

  private void receive(JsonNode message) {
    JsonNode parameters = message.path("params");
    switch (message.path("method").asText()) {
      case "" -> answers.remove(message.path("id").asInt()).complete(message);
      case "Runtime.exceptionThrown" -> errors.add(parameters.path("exceptionDetails").toString());
      case "Log.entryAdded" -> {
        if (parameters.path("entry").path("level").asText().equals("error")) {
          errors.add(parameters.path("entry").path("text").asText());
        }
      }
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(parameters.path("type").asText())) {
          errors.add(parameters.path("args").toString());
        }
      }
      case "Network.requestWillBeSent" ->
          requests.add(parameters.path("request").path("url").asText());
      default -> {}
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** Puts fragments of messages together. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          receive(JSON.readTree(text.toString()));
        } catch (IOException e) {
          errors.add(e.toString());
        }
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
