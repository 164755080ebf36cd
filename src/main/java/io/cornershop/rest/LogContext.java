package io.cornershop.rest;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * Puts the correlation id on every log line of the running thread, where the server offers this.
 * Its API is not published as an artifact, so it is looked up by name; elsewhere nothing happens.
 */
final class LogContext {

  private static final String FIELD = "correlationId";
  private static final Optional<Class<?>> SERVER_LOG = serverLog();
  private static final Optional<MethodHandle> ADD =
      method("addExtension", void.class, String.class, String.class);
  private static final Optional<MethodHandle> REMOVE =
      method("removeExtension", boolean.class, String.class);

  private LogContext() {}

  static void begin(String correlationId) {
    ADD.ifPresent(add -> invoke(add, FIELD, correlationId));
  }

  static void end() {
    REMOVE.ifPresent(remove -> invoke(remove, FIELD));
  }

  private static Optional<Class<?>> serverLog() {
    try {
      return Optional.of(Class.forName("com.ibm.websphere.logging.hpel.LogRecordContext"));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static Optional<MethodHandle> method(String name, Class<?> result, Class<?>... takes) {
    try {
      MethodType type = MethodType.methodType(result, takes);
      return SERVER_LOG.isEmpty()
          ? Optional.empty()
          : Optional.of(MethodHandles.publicLookup().findStatic(SERVER_LOG.get(), name, type));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static void invoke(MethodHandle method, Object... arguments) {
    try {
      method.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
