package io.cornershop.observability.logs;

import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets the server ask for the fields of each line that it writes. Its API is not published as an
 * artifact, so it is looked up by name; elsewhere nothing happens. The server remembers weakly whom
 * it asks: the fields are on the lines as long as this object is held.
 */
public final class ServerLog {

  private static final String CONTEXT = "com.ibm.websphere.logging.hpel.LogRecordContext";

  private final Supplier<Optional<String>> span;
  private final List<Object> asked = new ArrayList<>();

  /**
   * @param span the trace that the running thread takes part in, which comes before the one that an
   *     event has brought
   */
  public ServerLog(Supplier<Optional<String>> span) {
    this.span = span;
  }

  /** From now on; a second time changes nothing. */
  public void begin() {
    if (!asked.isEmpty()) {
      return;
    }
    try {
      Class<?> context = Class.forName(CONTEXT);
      Class<?> extension = Class.forName(CONTEXT + "$Extension");
      MethodHandle register =
          MethodHandles.publicLookup()
              .findStatic(
                  context,
                  "registerExtension",
                  MethodType.methodType(void.class, String.class, extension));
      for (LogField field : LogField.values()) {
        Object answer = answering(extension, field);
        asked.add(answer);
        register.invokeWithArguments(field.key(), answer);
      }
    } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
      // not this server: lines have their words
      asked.clear();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("The server does not take the fields of its log", e);
    }
  }

  private Object answering(Class<?> extension, LogField field) {
    return Proxy.newProxyInstance(
        ServerLog.class.getClassLoader(),
        new Class<?>[] {extension},
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getValue" -> valueOf(field).orElse(null);
              case "equals" -> self == arguments[0];
              case "hashCode" -> System.identityHashCode(self);
              default -> field.key();
            });
  }

  /** Whatever goes wrong here, the line is written. */
  Optional<String> valueOf(LogField field) {
    try {
      return (field == LogField.TRACE ? span.get() : Optional.<String>empty())
          .or(() -> LogScope.find(field));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
