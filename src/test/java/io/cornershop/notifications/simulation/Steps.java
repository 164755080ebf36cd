package io.cornershop.notifications.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Counts what a node does to the world, and ends the node before or after one of these steps. What
 * an ended node still tries does nothing.
 */
final class Steps {

  /** The end of a node, which nothing in it can handle. */
  static final class Killed extends Error {
    Killed() {
      super("killed", null, false, false);
    }
  }

  private int left;

  /**
   * @param life how many half steps there are before the end
   */
  Steps(int life) {
    this.left = life;
  }

  /** Whether the end was not reached. */
  boolean alive() {
    return left > 0;
  }

  private synchronized void live() {
    if (--left <= 0) {
      throw new Killed();
    }
  }

  /** The same part of the world, as this node reaches it. */
  <T> T reaching(Class<T> port, T part) {
    Object reached =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              live();
              try {
                Object answer = method.invoke(part, arguments);
                live();
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return port.cast(reached);
  }
}
