package io.cornershop.eventing.store.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The one place where the driver's exceptions end. Whatever is no duplicate key means that the
 * database did not give a certain answer; the driver's words go to the log as the cause, never to
 * the caller.
 */
final class DriverAnswers {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final int CLEARED_POOLS = 10;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private DriverAnswers() {}

  /**
   * The driver's answer to one call, which must be safe to repeat.
   *
   * @throws Unavailable when there is none
   */
  static <T> T of(Supplier<T> call) {
    try {
      return behindClearedPools(call);
    } catch (MongoException | IllegalStateException e) {
      throw unavailable(e);
    }
  }

  /**
   * When an operation of another thread loses its connection, the driver refuses all others for a
   * moment, until it has seen the server again. That is no outage yet.
   */
  private static <T> T behindClearedPools(Supplier<T> call) {
    for (int attempt = 1; attempt < CLEARED_POOLS; attempt++) {
      try {
        return call.get();
      } catch (MongoConnectionPoolClearedException e) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return call.get();
  }

  /** What a caller may know of a failure; a closed client speaks by IllegalStateException. */
  static Unavailable unavailable(RuntimeException failure) {
    if (failure instanceof MongoInterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new Unavailable(
        "The event store does not answer now; repeat with the same key", RETRY_AFTER, failure);
  }

  /** Whether a write was refused because a unique key was taken. */
  static boolean isDuplicateKey(RuntimeException failure) {
    return switch (failure) {
      case MongoBulkWriteException bulk ->
          bulk.getWriteErrors().stream().anyMatch(e -> isDuplicateKey(e.getCode()));
      case MongoException single -> isDuplicateKey(single.getCode());
      default -> false;
    };
  }

  private static boolean isDuplicateKey(int code) {
    return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
  }
}
