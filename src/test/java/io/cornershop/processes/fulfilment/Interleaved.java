package io.cornershop.processes.fulfilment;

import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.Unavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A node's view of the store: between any two calls the node may die, or the others may go on.
 * Dying shows as a store that does not answer, before or after it did what it was asked.
 */
final class Interleaved {

  private static final int DEATH_ONE_IN = 60;
  private static final int OTHERS_ONE_IN = 25;

  private final Random random;
  private final Runnable others;
  private final Consumer<Commit> appended;
  private boolean troubled = true;
  private boolean inside;

  Interleaved(Random random, Runnable others, Consumer<Commit> appended) {
    this.random = random;
    this.others = others;
    this.appended = appended;
  }

  /** Lets nothing go wrong from now on. */
  void calm() {
    troubled = false;
  }

  EventStore of(EventStore store) {
    Object proxy =
        Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (self, method, arguments) -> call(store, method, arguments));
    return (EventStore) proxy;
  }

  private Object call(EventStore store, Method method, Object[] arguments) throws Throwable {
    mayDie();
    mayBeInterrupted();
    Object answer = invoke(store, method, arguments);
    if (answer instanceof AppendResult.Appended done) {
      appended.accept(done.commit());
    }
    mayDie();
    return answer;
  }

  private void mayDie() {
    if (troubled && random.nextInt(DEATH_ONE_IN) == 0) {
      throw new Unavailable("The node is dead", Duration.ofSeconds(1), null);
    }
  }

  private void mayBeInterrupted() {
    if (troubled && !inside && random.nextInt(OTHERS_ONE_IN) == 0) {
      inside = true;
      try {
        others.run();
      } finally {
        inside = false;
      }
    }
  }

  private static Object invoke(EventStore store, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
