package io.cornershop.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker, its own controller, on the loopback interface, in a JVM of its own. Its
 * standard input has to be a pipe from the process that it shall not outlive.
 *
 * <p>Arguments: port, data directory.
 */
public final class EmbeddedKafka {

  private static final int NODE = 1;

  private EmbeddedKafka() {}

  /** Runs until the parent process ends. */
  public static void main(String[] arguments) throws Exception {
    QuietLog.start();
    int port = Integer.parseInt(arguments[0]);
    Path directory = Path.of(arguments[1]).toAbsolutePath();
    formatOnce(directory);
    KafkaConfig configuration = KafkaConfig.fromProps(properties(port, directory));
    KafkaRaftServer server = new KafkaRaftServer(configuration, Time.SYSTEM);
    Lifeline.hold(server::shutdown);
    Exit.setExitProcedure((status, message) -> Runtime.getRuntime().halt(status));
    server.startup();
    System.out.println("Kafka listens on 127.0.0.1:" + port);
    server.awaitShutdown();
  }

  private static void formatOnce(Path directory) throws Exception {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setNodeId(NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName("CONTROLLER")
        .setDirectories(List.of(directory.toString()))
        .setMetadataLogDirectory(directory.toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setIgnoreFormatted(true)
        .run();
  }

  private static java.util.Properties properties(int port, Path directory) throws IOException {
    int controllerPort = freePort();
    var properties = new java.util.Properties();
    properties.putAll(SMALL);
    properties.putAll(
        Map.of(
            "listeners",
            "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "controller.quorum.voters",
            NODE + "@127.0.0.1:" + controllerPort,
            "log.dirs",
            directory.toString()));
    return properties;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** One node for one developer: no replicas, few threads, small files and buffers. */
  private static final Map<String, String> SMALL =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("node.id", Integer.toString(NODE)),
          Map.entry("controller.listener.names", "CONTROLLER"),
          Map.entry("inter.broker.listener.name", "BROKER"),
          Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "3"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "3"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("message.max.bytes", "4194304"),
          Map.entry("replica.fetch.max.bytes", "4194304"),
          Map.entry("log.segment.bytes", "67108864"),
          Map.entry("log.index.size.max.bytes", "1048576"),
          Map.entry("offsets.topic.segment.bytes", "4194304"),
          Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
          Map.entry("log.retention.ms", "-1"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("num.recovery.threads.per.data.dir", "2"));
}
