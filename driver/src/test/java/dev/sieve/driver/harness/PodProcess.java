package dev.sieve.driver.harness;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The process of a pod of Spark's, from its specification alone: what {@code entrypoint.sh} of
 * Spark's image does with arguments and variables. All pods have the address 127.0.0.1.
 */
final class PodProcess {
  private static final String SPARK_CONF = "/opt/spark/conf";

  private final Process process;
  private final Path log;

  private PodProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * @param mounted the files in Spark's conf folder
   * @param master the API server, which pods of a cluster find by its name
   * @param folder for what it writes
   */
  static PodProcess start(Pod pod, Map<String, String> mounted, String master, Path folder) {
    Container container = pod.getSpec().getContainers().get(0);
    String name = pod.getMetadata().getName();
    Map<String, String> variables = variables(container, name);
    try {
      Path home = Files.createDirectories(folder.resolve(name));
      Path conf = Files.createDirectories(home.resolve("conf"));
      for (Map.Entry<String, String> file : mounted.entrySet()) {
        Files.writeString(conf.resolve(file.getKey()), file.getValue());
      }
      List<String> arguments =
          container.getArgs().stream().map(text -> text.replace(SPARK_CONF, conf + "")).toList();
      List<String> command =
          arguments.get(0).equals("executor")
              ? executor(variables)
              : driver(arguments.subList(1, arguments.size()), master);
      Path log = home.resolve("log");
      ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
      builder.environment().putAll(variables);
      builder.environment().put("SPARK_CONF_DIR", conf.toString());
      builder.environment().put("SPARK_LOCAL_DIRS", home.toString());
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new PodProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> variables(Container container, String name) {
    Map<String, String> variables = new HashMap<>();
    for (EnvVar variable : container.getEnv()) {
      String field =
          variable.getValueFrom() == null
              ? ""
              : variable.getValueFrom().getFieldRef().getFieldPath();
      variables.put(
          variable.getName(),
          switch (field) {
            case "status.podIP" -> "127.0.0.1";
            case "metadata.name" -> name;
            default -> variable.getValue() == null ? "" : variable.getValue();
          });
    }
    return variables;
  }

  private static List<String> java() {
    String jars = Checkout.sparkHome() + "/jars/*:" + Checkout.sparkHome() + "/kubernetes/*";
    return List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp", jars);
  }

  private static List<String> executor(Map<String, String> variables) {
    List<String> command = new ArrayList<>(java());
    new TreeMap<>(variables)
        .forEach(
            (name, value) -> {
              if (name.startsWith("SPARK_JAVA_OPT_")) {
                command.add(value);
              }
            });
    command.add("-Xmx" + variables.get("SPARK_EXECUTOR_MEMORY"));
    command.add("org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend");
    Map.of(
            "--driver-url", "SPARK_DRIVER_URL",
            "--executor-id", "SPARK_EXECUTOR_ID",
            "--cores", "SPARK_EXECUTOR_CORES",
            "--app-id", "SPARK_APPLICATION_ID",
            "--hostname", "SPARK_EXECUTOR_POD_IP",
            "--resourceProfileId", "SPARK_RESOURCE_PROFILE_ID",
            "--podName", "SPARK_EXECUTOR_POD_NAME")
        .forEach((option, name) -> command.addAll(List.of(option, variables.get(name))));
    return command;
  }

  /** The names of its service and of the API server mean nothing outside a cluster. */
  private static List<String> driver(List<String> arguments, String master) {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("-Xmx1g", "--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("--add-opens", "java.base/sun.nio.ch=ALL-UNNAMED"));
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--deploy-mode", "client"));
    for (String local :
        List.of(
            "spark.driver.bindAddress=127.0.0.1",
            "spark.driver.host=127.0.0.1",
            "spark.kubernetes.driver.master=" + master.substring("k8s://".length()))) {
      command.addAll(List.of("--conf", local));
    }
    command.addAll(arguments);
    return command;
  }

  /** Returns its exit code, once it has ended by itself or by {@link #end}. */
  int exit() {
    return process.onExit().join().exitValue();
  }

  /** Returns what it has written. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it, gently for five seconds. */
  void end() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
