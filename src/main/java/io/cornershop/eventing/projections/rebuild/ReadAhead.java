package io.cornershop.eventing.projections.rebuild;

import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Pages of the history, the next ones read by other threads while one is used. What was read ahead
 * is used only where it goes on exactly behind what was used before. One thread.
 */
final class ReadAhead<K> {

  private static final int PAGES_AHEAD = 2;
  private static final long MOST_CHARACTERS_BEFORE_OTHERS = 4L << 20;
  private static final Duration LOOK_ROUND = Duration.ofMillis(100);

  private final PageSource<K> source;
  private final Executor ahead;
  private final Deque<FutureTask<Page<K>>> begun = new ArrayDeque<>();
  private Optional<K> used = Optional.empty();

  ReadAhead(PageSource<K> source, Executor ahead) {
    this.source = source;
    this.ahead = ahead;
  }

  /**
   * The page behind a place.
   *
   * @param alive is called while it is waited for
   * @throws IllegalStateException when the store lacks something of it
   */
  Page<K> behind(K place, Runnable alive) {
    if (used.filter(place::equals).isEmpty()) {
      begun.clear();
    }
    FutureTask<Page<K>> reading =
        begun.isEmpty() ? new FutureTask<>(() -> source.behind(place)) : begun.poll();
    used = Optional.empty();
    reading.run();
    Page<K> page = await(reading, alive);
    used = Optional.of(page.last());
    readAheadOf(page, reading);
    return page;
  }

  /** Behind the end there is nothing to be read ahead, and large pages are enough. */
  private void readAheadOf(Page<K> page, FutureTask<Page<K>> reading) {
    if (!page.more()) {
      begun.clear();
    }
    boolean wanted = page.more() && page.characters() <= MOST_CHARACTERS_BEFORE_OTHERS;
    while (wanted && begun.size() < PAGES_AHEAD) {
      FutureTask<Page<K>> before = begun.isEmpty() ? reading : begun.getLast();
      FutureTask<Page<K>> next = new FutureTask<>(() -> behind(before));
      begun.add(next);
      try {
        ahead.execute(next);
      } catch (RejectedExecutionException e) {
        return; // it is read when it is wanted
      }
    }
  }

  private Page<K> behind(FutureTask<Page<K>> before) throws Exception {
    before.run();
    Page<K> page = before.get();
    return page.more() ? source.behind(page.last()) : Page.nothingBehind(page.last());
  }

  /** Runs at once what no other thread has begun; waits for what one has. */
  private static <K> Page<K> await(FutureTask<Page<K>> page, Runnable alive) {
    while (true) {
      alive.run();
      try {
        return page.get(LOOK_ROUND.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        continue;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException failure
            ? failure
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Unavailable("The rebuild was interrupted", Duration.ofSeconds(1), e);
      }
    }
  }
}
