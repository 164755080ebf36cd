package io.cornershop.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A broker and a database on which several nodes of the application can run. */
public final class SeveralNodes implements AutoCloseable {

  private final LauncherProcess servers;
  private final List<Node> nodes = new ArrayList<>();

  private SeveralNodes(LauncherProcess servers) {
    this.servers = servers;
  }

  /** Servers without any data, and no node yet. */
  public static SeveralNodes start(String name) {
    Path folder = RunningPlatform.PARENT.resolve(name);
    RunningPlatform.delete(folder.resolve("data"));
    LauncherProcess servers = new LauncherProcess(folder);
    servers.startServers();
    return new SeveralNodes(servers);
  }

  /** One more node, which begins to start. */
  public Node node(String name) {
    return node(name, Map.of());
  }

  /** The same, with more in its environment than usual. */
  public Node node(String name, Map<String, String> environment) {
    LauncherProcess launcher = servers.beside(name);
    launcher.inEnvironment(environment);
    Node node = new Node(launcher).start();
    nodes.add(node);
    return node;
  }

  /** The broker, for an independent client. */
  public String kafka() {
    return "127.0.0.1:" + servers.kafkaPort();
  }

  /** The database server, for an independent client. */
  public String mongoUri() {
    return "mongodb://127.0.0.1:" + servers.mongoPort();
  }

  /** The broker stops to do anything, but stays: SIGSTOP. */
  public void freezeKafka() {
    servers.signalKafka("-STOP");
  }

  /** The broker goes on. */
  public void thawKafka() {
    servers.signalKafka("-CONT");
  }

  /** Stops the nodes, then the servers. */
  @Override
  public void close() {
    nodes.forEach(Node::close);
    servers.terminate();
  }
}
