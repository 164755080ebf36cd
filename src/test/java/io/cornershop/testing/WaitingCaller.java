package io.cornershop.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A call on a thread of its own. It has ended or waits for something by the time {@link #of}
 * returns, so callers that are made one after the other also come in this order.
 */
public record WaitingCaller<T>(Thread thread, FutureTask<T> result) {

  public static <T> WaitingCaller<T> of(Callable<T> call) {
    FutureTask<T> result = new FutureTask<>(call);
    Thread thread = Thread.ofPlatform().daemon().start(result);
    Await.until(
        thread::getState,
        state ->
            state == Thread.State.WAITING
                || state == Thread.State.TIMED_WAITING
                || state == Thread.State.TERMINATED);
    return new WaitingCaller<>(thread, result);
  }

  /** What the call returned. */
  public T answer() {
    Await.holds("the caller has its answer", result::isDone);
    return result.resultNow();
  }

  /** What the call threw. */
  public Throwable failure() {
    Await.until(result::state, state -> state == Future.State.FAILED);
    return result.exceptionNow();
  }
}
