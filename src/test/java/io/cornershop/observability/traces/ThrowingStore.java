package io.cornershop.observability.traces;

import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterFixtures;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A store that can be read, and fails to append. */
final class ThrowingStore {

  private ThrowingStore() {}

  static EventStore of(Supplier<RuntimeException> failure) {
    EventStore empty = new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK);
    return (EventStore)
        Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("append")) {
                throw failure.get();
              }
              return method.invoke(empty, arguments);
            });
  }
}
