package io.cornershop.eventing.deadletters.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoWriteException;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.function.Supplier;

/** Where the driver's exceptions end: whatever is no duplicate key is no certain answer. */
final class MongoCalls {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private MongoCalls() {}

  static <T> T of(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException | IllegalStateException e) {
      if (e instanceof MongoInterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new Unavailable("The dead letters do not answer now", RETRY_AFTER, e);
    }
  }

  /** An insert; false when the key is taken. */
  static boolean inserted(Runnable insert) {
    return of(
        () -> {
          try {
            insert.run();
            return true;
          } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
              return false;
            }
            throw e;
          }
        });
  }
}
