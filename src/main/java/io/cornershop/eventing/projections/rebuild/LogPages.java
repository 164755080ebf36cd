package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Line;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The events of the position log page by page, the next pages read by other threads while one is
 * used. What was read ahead is used only where it goes on exactly behind what was used before. One
 * thread.
 */
final class LogPages {

  /** More is not read at once, but for a single commit. */
  static final int MOST_EVENTS = 5_000;

  private static final int PAGES_AHEAD = 2;
  private static final long MOST_CHARACTERS_BEFORE_OTHERS = 4L << 20;
  private static final Duration LOOK_ROUND = Duration.ofMillis(100);

  /**
   * A part of the log.
   *
   * @param last the number of its last commit, or the number behind which there is nothing yet
   * @param whole whether it has as many commits as were asked for
   * @param events that are wanted, in order
   */
  record Page(long last, boolean whole, List<EventEnvelope> events) {

    /** How large the events are. */
    long characters() {
      return events.stream().mapToLong(event -> event.data().length()).sum();
    }
  }

  private record Reading(long after, FutureTask<Page> page) {}

  private final EventStore store;
  private final PositionLog log;
  private final Set<String> eventTypes;
  private final int size;
  private final Executor ahead;
  private final Deque<Reading> begun = new ArrayDeque<>();

  /**
   * @param parts of which store and log are read, ahead by its reader
   * @param eventTypes those that are wanted
   * @param size how many commits a page has
   */
  LogPages(RebuildParts parts, Set<String> eventTypes, int size) {
    this.store = parts.store();
    this.log = parts.log();
    this.ahead = parts.reader();
    this.eventTypes = eventTypes;
    this.size = size;
  }

  /**
   * The page behind {@code number}.
   *
   * @param alive is called while it is waited for
   * @throws IllegalStateException when the log names a commit that the store does not have
   */
  Page after(long number, Runnable alive) {
    while (!begun.isEmpty() && begun.peek().after() != number) {
      begun.poll();
    }
    Reading reading = begun.isEmpty() ? reading(number) : begun.poll();
    reading.page().run();
    Page page = await(reading.page(), alive);
    readAheadOf(page);
    return page;
  }

  private Reading reading(long after) {
    return new Reading(after, new FutureTask<>(() -> read(after)));
  }

  /** Behind the end of the log there is nothing to be read ahead, and large pages are enough. */
  private void readAheadOf(Page page) {
    long next = begun.isEmpty() ? page.last() : begun.getLast().after() + size;
    boolean wanted = page.whole() && page.characters() <= MOST_CHARACTERS_BEFORE_OTHERS;
    while (wanted && begun.size() < PAGES_AHEAD) {
      Reading reading = reading(next);
      begun.add(reading);
      next += size;
      try {
        ahead.execute(reading.page());
      } catch (RejectedExecutionException e) {
        return; // it is read when it is wanted
      }
    }
  }

  /** Runs at once what no other thread has begun; waits for what one has. */
  private static Page await(FutureTask<Page> page, Runnable alive) {
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

  private Page read(long after) {
    List<Line> all = log.linesAfter(after, size);
    List<Line> lines = bounded(all);
    return new Page(after + lines.size(), lines.size() == size, wanted(lines));
  }

  /** At least one, and no more than fit into memory. */
  private static List<Line> bounded(List<Line> lines) {
    int events = 0;
    int size = 0;
    while (size < lines.size() && (size == 0 || events < MOST_EVENTS)) {
      events += lines.get(size).events();
      size++;
    }
    return lines.subList(0, size);
  }

  private List<EventEnvelope> wanted(List<Line> lines) {
    List<String> ids =
        lines.stream()
            .filter(line -> line.eventTypes().stream().anyMatch(eventTypes::contains))
            .map(Line::commitId)
            .toList();
    Map<String, List<EventEnvelope>> stored = store.readEvents(ids);
    List<EventEnvelope> events = new ArrayList<>();
    for (String id : ids) {
      if (!stored.containsKey(id)) {
        throw new IllegalStateException("The store does not have commit " + id + " of its log");
      }
      stored.get(id).stream()
          .filter(event -> eventTypes.contains(event.type().name()))
          .forEach(events::add);
    }
    return events;
  }
}
