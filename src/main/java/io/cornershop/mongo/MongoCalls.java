package io.cornershop.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoServerException;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where the driver's exceptions end: whatever is no duplicate key is no certain answer. Its words
 * stay the cause, for the log, and never reach a caller. Thread-safe.
 */
public final class MongoCalls {

  private static final String SILENT = "The database does not answer";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final String DRIVER = "com.mongodb.";

  private MongoCalls() {}

  /**
   * What the database answers.
   *
   * @throws Unavailable when it gives no certain answer; the call may have had its effect
   */
  public static <T> T of(Supplier<T> call) {
    return of(SILENT, call);
  }

  /**
   * What the database answers.
   *
   * @param silent what a caller is told when it does not
   * @throws Unavailable when it gives no certain answer; the call may have had its effect
   */
  public static <T> T of(String silent, Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoInterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(silent, RETRY_AFTER, e);
    } catch (MongoException e) {
      throw new Unavailable(silent, RETRY_AFTER, e);
    } catch (IllegalStateException e) {
      throw isOfDriver(e) ? new Unavailable(silent, RETRY_AFTER, e) : e;
    }
  }

  /** A client that is closed, because the node stops, speaks so; mistakes of ours are no outage. */
  private static boolean isOfDriver(IllegalStateException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith(DRIVER);
  }

  /**
   * Writes one document, within {@link #of}; all failures but one pass.
   *
   * @return false when a unique key of it is taken
   */
  public static boolean isWritten(Runnable write) {
    try {
      write.run();
      return true;
    } catch (MongoServerException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }
}
