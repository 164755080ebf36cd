package io.cornershop.observability.traces;

import io.cornershop.testing.Await;
import io.cornershop.testing.FreePorts;
import io.cornershop.testing.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Zipkin as it is released, in a process of its own, with what it has in memory. */
final class ZipkinServer implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "zipkin").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final URI base;
  private final Process process;

  private ZipkinServer(URI base, Process process) {
    this.base = base;
    this.process = process;
  }

  /** Returns at once; whoever asks for a trace waits. */
  static ZipkinServer start() {
    int port = FreePorts.find(1).getFirst();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                FOLDER.resolve("zipkin-server.jar").toString())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("zipkin.log").toFile());
    builder.environment().put("QUERY_PORT", Integer.toString(port));
    builder.environment().put("HTTP_COLLECTOR_ENABLED", "true");
    try {
      return new ZipkinServer(URI.create("http://127.0.0.1:" + port), builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitStart() {
    Await.until(PATIENCE, this::answers, answers -> answers);
  }

  private boolean answers() {
    try {
      return Shop.at(base).get("/health").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Where spans are sent to. */
  URI collector() {
    return base.resolve("/api/v2/spans");
  }

  /** All spans of a trace, as far as they have come; none of one that nobody knows. */
  List<ZipkinSpan> trace(String id) {
    var answer = Shop.at(base).get("/api/v2/trace/" + id);
    return answer.status() == 404
        ? List.of()
        : answer.expect(200).body().valueStream().map(ZipkinSpan::new).toList();
  }

  /** Keeps a trace for people, in a form that Zipkin reads. */
  static void keep(String name, List<ZipkinSpan> trace) {
    Stream<String> spans = trace.stream().map(span -> span.json().toString());
    try {
      Files.write(
          FOLDER.resolve(name + ".json"), List.of("[" + String.join(",\n", spans.toList()) + "]"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  /** A span as Zipkin shows it: names in small letters. */
  record ZipkinSpan(JsonNode json) {

    String id() {
      return json.path("id").asString();
    }

    String parent() {
      return json.path("parentId").asString("");
    }

    String name() {
      return json.path("name").asString();
    }

    String kind() {
      return json.path("kind").asString("");
    }

    String tag(String key) {
      return json.path("tags").path(key).asString("");
    }

    /** Its kind and name, and whose it is of consumers. */
    String what() {
      String group = tag("messaging.consumer.group.name");
      return String.join(" ", kind(), name(), group).strip();
    }
  }
}
