package io.cornershop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.LauncherProcess;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.StartWatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How the whole platform starts and ends. Its processes have to be gone for a method to return. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LauncherIT {

  @Test
  void names_a_taken_port_and_the_setting_that_changes_it() throws IOException {
    LauncherProcess launcher = new LauncherProcess(Path.of("target", "platform", "taken"));
    int port = launcher.kafkaPort();
    try (var other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      launcher.start();

      assertThat(launcher.awaitExitCode()).isEqualTo(1);
      assertThat(launcher.output())
          .isEqualTo(
              "Port %d on 127.0.0.1, for Kafka, is taken:".formatted(other.getLocalPort())
                  + " stop what listens there or set CORNERSHOP_KAFKA_PORT to a free port.\n");
    }
  }

  @Test
  void a_node_beside_others_ends_when_its_launcher_dies_or_its_start_fails() {
    LauncherProcess servers = new LauncherProcess(Path.of("target", "platform", "orphans"));
    servers.startServers();
    LauncherProcess node = servers.beside("node");
    node.startNode();
    node.await(node::hasApplicationServer);
    List<ProcessHandle> all = node.handles();

    node.kill();

    assertThat(all).hasSizeGreaterThanOrEqualTo(3).noneMatch(ProcessHandle::isAlive);
    assertThatItEndsWithoutBeingStarted(node);
    assertThat(servers.handles()).hasSize(3).allMatch(ProcessHandle::isAlive);
    servers.terminate();
  }

  /** Without a database: nobody listens where it expects one. */
  private static void assertThatItEndsWithoutBeingStarted(LauncherProcess node) {
    node.inEnvironment(
        Map.of(
            "CORNERSHOP_MONGO_PORT",
            Integer.toString(node.httpPort()),
            "CORNERSHOP_MONGODB_START_TIMEOUT",
            "PT0S"));
    try (StartWatch watch = StartWatch.of(URI.create("http://127.0.0.1:" + node.httpPort()))) {
      node.startNode();

      assertThat(node.awaitExitCode()).isNotZero();
      assertThat(node.output()).contains("The start has failed, the server ends");
      assertThat(watch.soFar()).isEmpty();
    }
  }

  @Test
  void ends_everything_when_it_is_stopped_or_killed_or_the_application_dies() {
    LauncherProcess platform = new LauncherProcess(Path.of("target", "platform", "launcher"));
    URI base = URI.create("http://127.0.0.1:" + platform.httpPort());
    try (StartWatch watch = StartWatch.of(base)) {
      platform.start();
      platform.await(() -> RunningPlatform.isReady(base));
      assertThat(watch.firstUp()).contains("\"application\"");
    }
    assertThat(platform.handles()).hasSizeGreaterThanOrEqualTo(4).allMatch(ProcessHandle::isAlive);
    platform.terminate();

    platform.start();
    platform.await(platform::hasApplicationServer);
    platform.kill();

    platform.start();
    platform.await(platform::hasApplicationServer);
    platform.killApplication();
  }
}
