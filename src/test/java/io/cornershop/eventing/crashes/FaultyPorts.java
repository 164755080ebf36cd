package io.cornershop.eventing.crashes;

import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;

/** Ports whose process dies at a point before, within or after a call. */
final class FaultyPorts {

  private final Fault fault;

  FaultyPorts(Fault fault) {
    this.fault = fault;
  }

  EventStore of(EventStore store) {
    return decorate(
        EventStore.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "append" -> {
                fault.reached(FaultPoint.BEFORE_APPEND);
                Object answer = call(store, method, arguments);
                fault.reached(FaultPoint.AFTER_APPEND);
                yield answer;
              }
              case "findPending" -> {
                Object answer = call(store, method, arguments);
                fault.reached(FaultPoint.AFTER_SWEEP);
                yield answer;
              }
              case "unmarkPending" -> {
                fault.reached(FaultPoint.BEFORE_UNMARK);
                dieWithin(FaultPoint.WITHIN_UNMARK, store, method, (Collection<?>) arguments[0]);
                Object answer = call(store, method, arguments);
                fault.reached(FaultPoint.AFTER_UNMARK);
                yield answer;
              }
              default -> call(store, method, arguments);
            });
  }

  PositionLog of(PositionLog log) {
    return decorate(
        PositionLog.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "append" -> {
                fault.reached(FaultPoint.BEFORE_POSITIONS);
                dieWithin(FaultPoint.WITHIN_POSITIONS, log, method, (Collection<?>) arguments[0]);
                Object answer = call(log, method, arguments);
                fault.reached(FaultPoint.AFTER_POSITIONS);
                yield answer;
              }
              case "markPublished" -> {
                fault.reached(FaultPoint.BEFORE_MARK);
                Object answer = call(log, method, arguments);
                fault.reached(FaultPoint.AFTER_MARK);
                yield answer;
              }
              default -> call(log, method, arguments);
            });
  }

  /** Does half of what a call with several elements asks for, and dies. */
  private void dieWithin(FaultPoint point, Object port, Method method, Collection<?> all)
      throws Throwable {
    if (all.size() > 1 && fault.isDue(point)) {
      List<?> half = List.copyOf(all).subList(0, all.size() / 2);
      call(port, method, new Object[] {half});
      fault.die();
    }
  }

  private interface Call {
    Object made(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T decorate(Class<T> port, Call call) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> call.made(method, arguments)));
  }

  private static Object call(Object port, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
