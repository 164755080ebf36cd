package io.cornershop.eventing.store;

import io.cornershop.eventing.store.GroupWork.Bounds;
import io.cornershop.testing.WaitingCaller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A group work that shouts. The job "hold" stays at work until {@link #gate} opens, "slow" until
 * {@link #second} does; "fail" and "die" throw.
 */
final class ShoutingWork {

  static final Duration LONG = Duration.ofSeconds(30);
  static final Duration SHORT = Duration.ofMillis(1);

  final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
  final CountDownLatch gate = new CountDownLatch(1);
  final CountDownLatch second = new CountDownLatch(1);
  private final GroupWork<String, String> work;

  ShoutingWork(Bounds bounds) {
    this(bounds, () -> job -> true);
  }

  ShoutingWork(Bounds bounds, Supplier<Predicate<String>> admission) {
    work = new GroupWork<>(bounds, admission, this::shout);
  }

  Optional<String> submit(String job) {
    return work.submit(job);
  }

  WaitingCaller<Optional<String>> wait(String job) {
    return WaitingCaller.of(() -> work.submit(job));
  }

  private List<String> shout(List<String> jobs) {
    groups.add(jobs);
    if (jobs.contains("hold")) {
      await(gate);
    }
    if (jobs.contains("slow")) {
      await(second);
    }
    if (jobs.contains("fail")) {
      throw new IllegalArgumentException("failed");
    }
    if (jobs.contains("die")) {
      throw new StackOverflowError();
    }
    return jobs.stream().map(String::toUpperCase).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted at work", e);
    }
  }
}
