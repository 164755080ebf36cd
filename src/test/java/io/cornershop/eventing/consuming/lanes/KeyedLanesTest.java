package io.cornershop.eventing.consuming.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyedLanesTest {

  private static final int PARALLELISM = 8;

  private final KeyedLanes lanes = new KeyedLanes(Thread.ofVirtual().factory(), PARALLELISM);
  private final List<String> dropped = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch leaving = new CountDownLatch(1);
  private volatile Claim claim = Claim.OURS;

  @AfterEach
  void close() throws InterruptedException {
    lanes.close(Duration.ZERO);
  }

  @Test
  void keeps_the_order_of_each_key_under_random_delays() {
    Map<Integer, List<Integer>> seen = new ConcurrentHashMap<>();
    Random random = new Random(1);
    int[] delays = random.ints(4_000, 0, 200_000).toArray();
    for (int i = 0; i < delays.length; i++) {
      int number = i;
      int key = random.nextInt(50);
      lanes.submit(
          key,
          task(
              () -> {
                LockSupport.parkNanos(delays[number]);
                seen.computeIfAbsent(key, k -> new ArrayList<>()).add(number);
              }));
    }
    Await.holds("all lanes are empty", () -> lanes.busyKeys() == 0);
    assertThat(seen.values().stream().mapToInt(List::size).sum()).isEqualTo(delays.length);
    assertThat(seen.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
  }

  @Test
  void works_on_as_many_keys_at_a_time_as_it_may() {
    CyclicBarrier all = new CyclicBarrier(PARALLELISM);
    AtomicInteger met = new AtomicInteger();
    for (int key = 0; key < PARALLELISM; key++) {
      lanes.submit(key, task(() -> meet(all, met)));
    }
    Await.holds("they met", () -> met.get() == PARALLELISM);
  }

  @Test
  void never_works_on_more_keys_at_a_time_than_it_may() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    for (int key = 0; key < 500; key++) {
      lanes.submit(
          key,
          task(
              () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                LockSupport.parkNanos(100_000);
                running.decrementAndGet();
              }));
    }
    Await.holds("all lanes are empty", () -> lanes.busyKeys() == 0);
    assertThat(most.get()).isLessThanOrEqualTo(PARALLELISM);
  }

  @Test
  void tries_again_until_a_task_succeeds_and_holds_only_its_key() {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch healed = new CountDownLatch(1);
    lanes.submit("bad", retried(() -> healed.getCount() == 0 && done.add("bad 1")));
    lanes.submit("bad", task(() -> done.add("bad 2")));
    for (int i = 0; i < PARALLELISM; i++) {
      lanes.submit("outage " + i, retried(() -> healed.getCount() == 0));
    }
    lanes.submit("good", task(() -> done.add("good")));
    Await.holds("the other key went on", () -> done.contains("good"));
    healed.countDown();
    Await.holds("all lanes are empty", () -> lanes.busyKeys() == 0);
    assertThat(done).containsExactly("good", "bad 1", "bad 2");
  }

  @Test
  void drops_a_task_that_fails_while_its_partition_leaves_and_what_waits_behind_it() {
    lanes.submit("key", named("first", () -> false));
    lanes.submit("key", named("second", () -> true));
    Await.holds("it is held", () -> lanes.busyKeys() == 1);
    claim = Claim.LEAVING;
    leaving.countDown();
    Await.holds("all lanes are empty", () -> lanes.busyKeys() == 0);
    assertThat(dropped).containsExactly("first", "second");
  }

  @Test
  void finishes_what_works_while_its_partition_leaves() {
    claim = Claim.LEAVING;
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, 10).forEach(i -> lanes.submit("key", task(done::incrementAndGet)));
    Await.holds("all lanes are empty", () -> lanes.busyKeys() == 0);
    assertThat(done.get()).isEqualTo(10);
    assertThat(dropped).isEmpty();
  }

  @Test
  void begins_nothing_of_a_partition_that_has_left() {
    claim = Claim.GONE;
    List<String> names = IntStream.range(0, 10).mapToObj(i -> "task " + i).toList();
    names.forEach(
        name ->
            lanes.submit(
                "key",
                named(
                    name,
                    () -> {
                      throw new AssertionError("it was begun");
                    })));
    Await.holds("all lanes are empty", () -> lanes.busyKeys() == 0);
    assertThat(dropped).isEqualTo(names);
  }

  @Test
  void waits_at_the_end_for_what_runs() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    lanes.submit(
        "slow",
        task(
            () -> {
              begun.countDown();
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
              done.incrementAndGet();
            }));
    begun.await();
    lanes.close(Duration.ofSeconds(30));
    assertThat(done.get()).isEqualTo(1);
  }

  @Test
  void interrupts_what_runs_too_long_at_the_end() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    lanes.submit("endless", task(() -> sleepUntilInterrupted(begun, interrupted)));
    begun.await();
    lanes.close(Duration.ofMillis(1));
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void works_on_thousands_of_keys() {
    Map<Integer, Integer> counts = new ConcurrentHashMap<>();
    IntStream.range(0, 20_000)
        .forEach(
            i -> lanes.submit(i % 5_000, task(() -> counts.merge(i % 5_000, 1, Integer::sum))));
    Await.holds("all lanes are empty", () -> lanes.busyKeys() == 0);
    assertThat(counts)
        .isEqualTo(
            IntStream.range(0, 5_000).boxed().collect(Collectors.toMap(key -> key, key -> 4)));
  }

  private interface Try {
    boolean succeeds();
  }

  private KeyedLanes.Task task(Runnable work) {
    return named(
        "a task",
        () -> {
          work.run();
          return true;
        });
  }

  private KeyedLanes.Task retried(Try work) {
    return named("a task", work);
  }

  private KeyedLanes.Task named(String name, Try work) {
    return new KeyedLanes.Task() {
      @Override
      public Optional<Duration> attempt() {
        return work.succeeds() ? Optional.empty() : Optional.of(Duration.ofMillis(5));
      }

      @Override
      public Claim claim() {
        return claim;
      }

      @Override
      public boolean pause(Duration wait) throws InterruptedException {
        return !leaving.await(wait.toNanos(), TimeUnit.NANOSECONDS);
      }

      @Override
      public void drop() {
        dropped.add(name);
      }
    };
  }

  private static void meet(CyclicBarrier all, AtomicInteger met) {
    try {
      all.await(30, TimeUnit.SECONDS);
      met.incrementAndGet();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void sleepUntilInterrupted(CountDownLatch begun, CountDownLatch interrupted) {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }
}
