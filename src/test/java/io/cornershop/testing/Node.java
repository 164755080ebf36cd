package io.cornershop.testing;

import java.net.URI;

/** One application server of several on the same broker and database. */
public final class Node implements AutoCloseable {

  private final LauncherProcess launcher;

  Node(LauncherProcess launcher) {
    this.launcher = launcher;
  }

  /** Begins to start it and returns at once. */
  Node start() {
    launcher.startNode();
    return this;
  }

  /** Returns when it is ready. */
  public Node awaitReady() {
    launcher.await(() -> RunningPlatform.isReady(baseUri()));
    return this;
  }

  /** Without a path: the API begins at {@code /api}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + launcher.httpPort());
  }

  /** SIGKILL. */
  public void kill() {
    launcher.killApplication();
  }

  @Override
  public void close() {
    launcher.terminate();
  }
}
