package io.cornershop.bootstrap;

import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.kernel.Deadline;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A client whose every operation ends by the {@link Deadline} of the thread that begins it, in the
 * engine's adapters and in the repositories alike, without a word of theirs: what is left becomes
 * the operation's own timeout, which covers the wait for a server and for a connection, the answer
 * and all retries. When nothing is left, the operation is not begun. Without a deadline the
 * client's own bounds hold. As thread-safe as the driver.
 *
 * @see <a
 *     href="https://github.com/mongodb/specifications/tree/master/source/client-side-operations-timeout">
 *     Client Side Operations Timeout, the driver's part of the work</a>
 */
final class Punctual {

  private Punctual() {}

  static MongoClient of(MongoClient client) {
    return wrap(MongoClient.class, client, () -> client);
  }

  private static MongoDatabase of(MongoDatabase database) {
    return wrap(
        MongoDatabase.class,
        database,
        () -> left().map(ms -> database.withTimeout(ms, TimeUnit.MILLISECONDS)).orElse(database));
  }

  private static MongoCollection<?> of(MongoCollection<?> collection) {
    return wrap(
        MongoCollection.class,
        collection,
        () ->
            left()
                .<MongoCollection<?>>map(ms -> collection.withTimeout(ms, TimeUnit.MILLISECONDS))
                .orElse(collection));
  }

  /** In milliseconds, which is what the driver counts in; part of one is none. */
  private static Optional<Long> left() {
    return Deadline.current().map(Deadline::left).map(Duration::toMillis).map(Punctual::some);
  }

  private static long some(long millis) {
    if (millis == 0) {
      throw new MongoOperationTimeoutException("The deadline has passed before the operation");
    }
    return millis;
  }

  /** What is behind a proxy just now. */
  private interface Present {
    Object get();
  }

  private static <T> T wrap(Class<T> type, T always, Present present) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            wrapped(invoke(method, isOperation(method) ? present.get() : always, arguments));
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Whether the server is asked; else only another view of the same is made. */
  private static boolean isOperation(Method method) {
    String name = method.getName();
    return method.getDeclaringClass() != Object.class
        && !name.startsWith("with")
        && !name.startsWith("get")
        && !name.equals("close");
  }

  private static Object invoke(Method method, Object target, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object wrapped(Object result) {
    if (result instanceof MongoCollection<?> collection) {
      return of(collection);
    }
    return result instanceof MongoDatabase database ? of(database) : result;
  }
}
