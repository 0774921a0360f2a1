package dev.sieve.driver.harness;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What Kubernetes does for Spark, without a cluster: fabric8's imitation of the API server, on
 * loopback, and for each pod that is asked for a process of this machine, started as Spark's image
 * starts it. Closing it ends all of them.
 */
public final class KubernetesCluster implements AutoCloseable {
  /** Of fabric8's server, which says each request; held, or its level would be forgotten. */
  private static final Logger LOG = Logger.getLogger(MockWebServer.class.getName());

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder = Scratch.folder();
  private final KubernetesMockServer server;
  private final KubernetesClient client;
  private final Watch watch;
  private final List<Pod> pods = new CopyOnWriteArrayList<>();
  private final Map<String, PodProcess> processes = new ConcurrentHashMap<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  private KubernetesCluster() {
    LOG.setLevel(Level.WARNING);
    server =
        new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new Api(), false);
    server.init(InetAddress.getLoopbackAddress(), 0);
    client = server.createClient();
    watch = client.pods().inAnyNamespace().watch(new Kubelet());
  }

  /** Returns one that runs what is asked for, as often as it is. */
  public static KubernetesCluster start() {
    return new KubernetesCluster();
  }

  /** Returns what {@code --master} takes. */
  public String master() {
    return "k8s://http://127.0.0.1:" + server.getPort();
  }

  /** Returns all pods that were ever asked for, as they were. */
  public List<Pod> pods() {
    return List.copyOf(pods);
  }

  /** Returns those of Spark's {@code role}: driver or executor. */
  public List<Pod> pods(String role) {
    return pods.stream()
        .filter(pod -> role.equals(pod.getMetadata().getLabels().get("spark-role")))
        .toList();
  }

  /** Returns what the processes of all pods have written. */
  public String logs() {
    StringBuilder all = new StringBuilder();
    processes.forEach((name, process) -> all.append(name).append(":\n").append(process.log()));
    return all.toString();
  }

  /** With what fabric8's imitation has not got: pods begin as Pending, and things are applied. */
  private static final class Api extends KubernetesCrudDispatcher {
    @Override
    public MockResponse handleCreate(RecordedRequest request) {
      if (!request.getPath().endsWith("/pods")) {
        return super.handleCreate(request);
      }
      Pod pod = Serialization.unmarshal(request.getUtf8Body(), Pod.class);
      pod.setStatus(new PodStatusBuilder().withPhase("Pending").build());
      Buffer body = new Buffer(Serialization.asJson(pod).getBytes(StandardCharsets.UTF_8));
      return super.handleCreate(as(HttpMethod.POST, request.getPath(), request, body));
    }

    @Override
    public MockResponse handlePatch(RecordedRequest request) {
      if (!request.getHeader("Content-Type").startsWith("application/apply-patch")) {
        return super.handlePatch(request);
      }
      String path = request.getPath().replaceAll("\\?.*", "");
      return handleGet(path).code() == HttpURLConnection.HTTP_OK
          ? handleUpdate(as(HttpMethod.PUT, path, request, request.getBody()))
          : handleCreate(
              as(
                  HttpMethod.POST,
                  path.substring(0, path.lastIndexOf('/')),
                  request,
                  request.getBody()));
    }

    private static RecordedRequest as(
        HttpMethod method, String path, RecordedRequest request, Buffer body) {
      return new RecordedRequest(
          request.getHttpVersion(), method, path, request.getHeaders(), body);
    }
  }

  /** Starts what is asked for, and tells the API server what became of it. */
  private final class Kubelet implements Watcher<Pod> {
    @Override
    public void eventReceived(Action action, Pod pod) {
      PodProcess process = processes.get(pod.getMetadata().getName());
      if (action == Action.ADDED) {
        pods.add(pod);
        Thread running = new Thread(() -> run(pod), pod.getMetadata().getName());
        running.setDaemon(true);
        threads.add(running);
        running.start();
      } else if (action == Action.DELETED && process != null) {
        process.end();
      }
    }

    @Override
    public void onClose(WatcherException cause) {}
  }

  /** Runs what {@code pod} asks for to its end. */
  private void run(Pod pod) {
    PodProcess process = PodProcess.start(pod, files(pod), master(), folder);
    processes.put(pod.getMetadata().getName(), process);
    tell(pod, "Running");
    tell(pod, process.exit() == 0 ? "Succeeded" : "Failed");
  }

  /** Returns the files that are mounted into {@code pod}, by name, as soon as they are there. */
  public Map<String, String> files(Pod pod) {
    return pod.getSpec().getVolumes().stream()
        .filter(volume -> volume.getConfigMap() != null)
        .findFirst()
        .map(volume -> volume.getConfigMap().getName())
        .map(name -> client.configMaps().inNamespace(namespace(pod)).withName(name))
        .map(
            config ->
                config.waitUntilCondition(Objects::nonNull, PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .map(ConfigMap::getData)
        .orElse(Map.of());
  }

  private void tell(Pod pod, String phase) {
    PodStatus status =
        new PodStatusBuilder()
            .withPhase(phase)
            .withPodIP("127.0.0.1")
            .addNewCondition()
            .withType("Ready")
            .withStatus(phase.equals("Running") ? "True" : "False")
            .endCondition()
            .build();
    try {
      client
          .pods()
          .inNamespace(namespace(pod))
          .withName(pod.getMetadata().getName())
          .editStatus(now -> new PodBuilder(now).withStatus(status).build());
    } catch (KubernetesClientException e) {
      // deleted meanwhile, as a driver does with its executors
    }
  }

  private static String namespace(Pod pod) {
    return pod.getMetadata().getNamespace();
  }

  @Override
  public void close() {
    watch.close();
    processes.values().forEach(PodProcess::end);
    try {
      for (Thread thread : threads) {
        thread.join(PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
    server.destroy();
    Scratch.delete(folder);
  }
}
