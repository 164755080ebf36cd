package io.cornershop.monitoring;

import io.cornershop.testing.Await;
import io.cornershop.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus and Alertmanager with our configuration, faster, on a platform that runs. */
final class MonitoringStack implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Path folder;
  private final URI prometheus;
  private final URI alertmanager;
  private final List<Process> processes = new ArrayList<>();

  private MonitoringStack(Path folder, int prometheus, int alertmanager) {
    this.folder = folder;
    this.prometheus = URI.create("http://127.0.0.1:" + prometheus);
    this.alertmanager = URI.create("http://127.0.0.1:" + alertmanager);
  }

  /**
   * Starts both, and returns when they answer.
   *
   * @param target what is scraped
   * @param receiver where every alert goes, instead of to people
   */
  static MonitoringStack start(URI target, URI receiver) {
    Path rules = MonitoringFiles.FOLDER.resolve("rules");
    return start(newFolder(), rules, target, receiver);
  }

  /** The same, in a hurry: see {@link FasterRules}. */
  static MonitoringStack startHurrying(URI target, URI receiver) {
    Path folder = newFolder();
    Path rules = folder.resolve("rules");
    FasterRules.write(rules);
    return start(folder, rules, target, receiver);
  }

  private static MonitoringStack start(Path folder, Path rules, URI target, URI receiver) {
    Path programs = Tools.find("usr/bin/prometheus").getParent();
    Tools.find("usr/bin/prometheus-alertmanager");
    List<Integer> ports = FreePorts.find(2);
    MonitoringStack stack = new MonitoringStack(folder, ports.get(0), ports.get(1));
    try {
      FasterConfiguration.write(folder, rules, target, stack.alertmanager, receiver);
      stack.run(programs.resolve("prometheus"), stack.prometheusArguments());
      stack.run(programs.resolve("prometheus-alertmanager"), stack.alertmanagerArguments());
      Await.holds("Prometheus answers", () -> answers(stack.prometheus));
      Await.holds("Alertmanager answers", () -> answers(stack.alertmanager));
      return stack;
    } catch (RuntimeException | AssertionError e) {
      stack.close();
      throw e;
    }
  }

  private static Path newFolder() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "monitoring"));
      return Files.createTempDirectory(parent, "run").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> prometheusArguments() {
    return Stream.of(
        "--config.file=" + folder.resolve("prometheus.yml"),
        "--storage.tsdb.path=" + folder.resolve("prometheus"),
        "--web.listen-address=" + prometheus.getAuthority());
  }

  private Stream<String> alertmanagerArguments() {
    return Stream.of(
        "--config.file=" + folder.resolve("alertmanager.yml"),
        "--storage.path=" + folder.resolve("alertmanager"),
        "--cluster.listen-address=",
        "--web.listen-address=" + alertmanager.getAuthority());
  }

  private void run(Path program, Stream<String> arguments) {
    try {
      processes.add(
          new ProcessBuilder(Stream.concat(Stream.of(program.toString()), arguments).toList())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answers(URI server) {
    try {
      return get(server.resolve("/-/ready")).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** What a query answers at this moment: a list of series. */
  JsonNode query(String expression) {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    String answer = get(prometheus.resolve("/api/v1/query?query=" + query)).body();
    return JsonMapper.shared().readTree(answer).at("/data/result");
  }

  /** The alerts that are in this state: {@code pending} or {@code firing}. */
  Set<String> alerts(String state) {
    return query("ALERTS{alertstate=\"" + state + "\"}")
        .valueStream()
        .map(alert -> alert.at("/metric/alertname").asString())
        .collect(Collectors.toSet());
  }

  /** Those that Alertmanager keeps to itself, because they follow from others. */
  Set<String> inhibited() {
    return JsonMapper.shared()
        .readTree(get(alertmanager.resolve("/api/v2/alerts?inhibited=true")).body())
        .valueStream()
        .filter(alert -> !alert.at("/status/inhibitedBy").isEmpty())
        .map(alert -> alert.at("/labels/alertname").asString())
        .collect(Collectors.toSet());
  }

  private static java.net.http.HttpResponse<String> get(URI uri) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
  }
}
