package io.cornershop.eventing.publishing;

import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.kernel.Unavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Random;

/** Stores that fail now and then, before they did what they were asked or after it. */
final class UnreliableStore {

  /** How often stores fail. */
  static final class Reliability {

    private static final int ONE_IN = 25;

    private final Random random;
    private boolean healed;

    Reliability(Random random) {
      this.random = random;
    }

    void heal() {
      healed = true;
    }

    private void mayFail() {
      if (!healed && random.nextInt(ONE_IN) == 0) {
        throw new Unavailable("The database does not answer", Duration.ofSeconds(1), null);
      }
    }
  }

  private UnreliableStore() {}

  static EventStore of(EventStore store, Reliability reliability) {
    return of(EventStore.class, store, reliability);
  }

  static PositionLog of(PositionLog log, Reliability reliability) {
    return of(PositionLog.class, log, reliability);
  }

  private static <T> T of(Class<T> port, T reliable, Reliability reliability) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              reliability.mayFail();
              Object answer = invoke(() -> method.invoke(reliable, arguments));
              reliability.mayFail();
              return answer;
            });
    return port.cast(proxy);
  }

  private interface Invocation {
    Object run() throws ReflectiveOperationException;
  }

  private static Object invoke(Invocation invocation) throws Throwable {
    try {
      return invocation.run();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
